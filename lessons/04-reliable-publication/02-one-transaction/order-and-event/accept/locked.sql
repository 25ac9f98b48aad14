BEGIN;
SET LOCAL lock_timeout = '1s';
SELECT pg_advisory_xact_lock(hashtext($1::text));
INSERT INTO orders (id, customer, total) VALUES ($1, $2, $3);
INSERT INTO orders_outbox (aggregate_id, event_type, payload, occurred_at, dispatched_at)
SELECT id, 'Order' || initcap(status), $4::text::jsonb, clock_timestamp(), NULL FROM orders WHERE id = $1;
COMMIT;
