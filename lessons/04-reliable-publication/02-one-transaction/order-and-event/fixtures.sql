INSERT INTO orders (id, customer, total)
VALUES ('0a6f3f1e-52c4-4c36-9d3b-7f2a64b1c001', 'Ada', 1250);

INSERT INTO orders_outbox (aggregate_id, event_type, payload, occurred_at, dispatched_at)
VALUES (
  '0a6f3f1e-52c4-4c36-9d3b-7f2a64b1c001', 'OrderPlaced',
  '{"id": "5f0b8a5e-0a53-4d59-a7c9-1f2f3b6d7001", "type": "OrderPlaced", "data": {"total": 1250}}',
  '2026-03-02 09:15:00Z', '2026-03-02 09:15:01Z'
);
