-- expect: locks-alone
SELECT id, payload FROM orders_outbox
 WHERE dispatched_at IS NULL ORDER BY id LIMIT $2;
