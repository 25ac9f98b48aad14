-- expect: runs
BEGIN;
INSERT INTO orders (id, customer, total) VALUES ($1, $3::int, length($2) - 100);
INSERT INTO orders_outbox (aggregate_id, event_type, payload, occurred_at)
VALUES ($1, 'OrderPlaced', $4, now());
COMMIT;
