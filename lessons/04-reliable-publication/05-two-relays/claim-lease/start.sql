-- $1 the relay's name   $2 how many rows it would take   $3 what the relay's own clock says
SELECT id, aggregate_id, payload
  FROM orders_outbox
 WHERE dispatched_at IS NULL
 ORDER BY id
 LIMIT $2
   FOR UPDATE SKIP LOCKED;
