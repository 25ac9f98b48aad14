BEGIN;
SAVEPOINT before;
UPDATE orders_outbox
   SET lease_owner = $1, leased_until = now() + interval '30 seconds'
 WHERE id IN (
  SELECT o.id FROM orders_outbox AS o
   WHERE o.dispatched_at IS NULL
     AND (o.leased_until IS NULL OR o.leased_until < now())
     AND NOT EXISTS (
       SELECT FROM orders_outbox AS earlier
        WHERE earlier.aggregate_id = o.aggregate_id
          AND earlier.id < o.id
          AND earlier.dispatched_at IS NULL)
   ORDER BY o.id
   LIMIT $2
   FOR UPDATE SKIP LOCKED)
RETURNING id, aggregate_id, payload;
RELEASE before;
COMMIT;
