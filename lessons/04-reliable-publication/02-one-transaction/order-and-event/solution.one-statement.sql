-- One statement is one transaction, also when it writes to two tables.
WITH placed AS (
  INSERT INTO orders (id, customer, total)
  VALUES ($1, $2, $3)
  RETURNING id
)
INSERT INTO orders_outbox (aggregate_id, event_type, payload, occurred_at)
SELECT id, 'OrderPlaced', $4, now() FROM placed;
