-- What is rolled back to a savepoint is written once more.
BEGIN;
INSERT INTO orders (id, customer, total) VALUES ($1, $2, $3);
SAVEPOINT before_the_event;
INSERT INTO orders_outbox (aggregate_id, event_type, payload, occurred_at)
VALUES ($1, 'OrderPlaced', $4, now());
ROLLBACK TO before_the_event;
INSERT INTO orders_outbox (aggregate_id, event_type, payload, occurred_at)
VALUES ($1, 'OrderPlaced', $4, now());
COMMIT;
