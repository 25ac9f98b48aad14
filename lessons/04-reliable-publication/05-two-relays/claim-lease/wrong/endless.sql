-- expect: limit
WITH RECURSIVE again(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM again)
UPDATE orders_outbox SET lease_owner = $1
 WHERE id IN (SELECT n FROM again LIMIT 100000000)
RETURNING id;
