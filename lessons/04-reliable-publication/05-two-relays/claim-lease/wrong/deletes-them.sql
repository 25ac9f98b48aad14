-- expect: out-of-bounds
DELETE FROM orders_outbox
 WHERE id IN (SELECT id FROM orders_outbox ORDER BY id LIMIT $2)
RETURNING id, payload;
