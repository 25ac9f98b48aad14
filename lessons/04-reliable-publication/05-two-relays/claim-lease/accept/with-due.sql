WITH waiting AS (
  SELECT DISTINCT ON (aggregate_id) id, leased_until
    FROM orders_outbox
   WHERE dispatched_at IS NULL
   ORDER BY aggregate_id, id
), due AS (
  SELECT id FROM waiting
   WHERE leased_until IS NULL OR leased_until <= clock_timestamp()
   ORDER BY id LIMIT $2
)
UPDATE orders_outbox AS o
   SET lease_owner = $1, leased_until = clock_timestamp() + interval '1 minute'
  FROM due
 WHERE o.id = due.id AND (o.leased_until IS NULL OR o.leased_until <= clock_timestamp())
RETURNING o.*;
