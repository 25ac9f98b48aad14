-- expect: event-written events-kept together
BEGIN;
INSERT INTO orders (id, customer, total) VALUES ($1, $2, $3);
COMMIT;
