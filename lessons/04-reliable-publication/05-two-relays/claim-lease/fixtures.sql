INSERT INTO orders_outbox (aggregate_id, event_type, payload, occurred_at) VALUES
  ('c1a5e3d2-8b47-4f6a-b0d9-64e1f7a23958', 'OrderPlaced', '{"id": "7f0c2b6e-5d0b-4c39-9f3e-2a9d1f6b8c10"}', '2026-03-02 09:15:00Z'),
  ('c1a5e3d2-8b47-4f6a-b0d9-64e1f7a23958', 'OrderPaid',   '{"id": "1d4b7a90-63e2-4b8f-a7c5-90d2e6f3b811"}', '2026-03-02 09:15:04Z'),
  ('e7d2b9c4-1f38-4a5d-8c60-93b7a1d4e602', 'OrderPlaced', '{"id": "b3c9d8e7-6a5f-4e4d-93c2-b1a0f9e8d712"}', '2026-03-02 09:15:05Z');
