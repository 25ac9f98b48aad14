-- expect: order-written orders-kept together
BEGIN;
INSERT INTO orders (id, customer, total) VALUES ($1, $2, $3);
ROLLBACK;
INSERT INTO orders_outbox (aggregate_id, event_type, payload, occurred_at)
VALUES ($1, 'OrderPlaced', $4, now());
