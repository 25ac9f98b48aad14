-- expect: locks-alone
SELECT id, aggregate_id, payload
  FROM orders_outbox AS o
 WHERE dispatched_at IS NULL
     AND NOT EXISTS (
       SELECT FROM orders_outbox AS earlier
        WHERE earlier.aggregate_id = o.aggregate_id
          AND earlier.id < o.id
          AND earlier.dispatched_at IS NULL)
 ORDER BY id
 LIMIT $2
   FOR UPDATE SKIP LOCKED;
