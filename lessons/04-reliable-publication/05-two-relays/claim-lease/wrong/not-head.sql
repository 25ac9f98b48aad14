-- expect: head-of-key every-order
UPDATE orders_outbox
   SET lease_owner = $1, leased_until = now() + interval '30 seconds'
 WHERE id IN (
  SELECT o.id FROM orders_outbox AS o
   WHERE o.dispatched_at IS NULL
     AND (o.leased_until IS NULL OR o.leased_until < now())
   ORDER BY o.id
   LIMIT $2
   FOR UPDATE SKIP LOCKED)
RETURNING id, aggregate_id, payload;
