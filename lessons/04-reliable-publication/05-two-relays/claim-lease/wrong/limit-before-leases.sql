-- expect: batch
-- With the first head in other hands, one row asked for is none.
UPDATE orders_outbox
   SET lease_owner = $1, leased_until = now() + interval '30 seconds'
 WHERE id IN (
  SELECT head.id FROM (
    SELECT min(o.id) AS id FROM orders_outbox AS o
     WHERE o.dispatched_at IS NULL
     GROUP BY o.aggregate_id
     ORDER BY 1
     LIMIT $2) AS head)
   AND (leased_until IS NULL OR leased_until < now())
RETURNING id, aggregate_id, payload;
