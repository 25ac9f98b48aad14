-- expect: one-statement
BEGIN;
SELECT id FROM orders_outbox
 WHERE dispatched_at IS NULL ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED;
UPDATE orders_outbox SET lease_owner = $1, leased_until = now() + interval '30 seconds'
 WHERE dispatched_at IS NULL AND lease_owner IS NULL
RETURNING id, payload;
COMMIT;
