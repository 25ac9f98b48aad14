-- expect: locks-alone
BEGIN;
SELECT id, aggregate_id, payload
  FROM orders_outbox
 WHERE dispatched_at IS NULL
 ORDER BY id
 LIMIT $2
   FOR UPDATE SKIP LOCKED;
COMMIT;
