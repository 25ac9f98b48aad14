-- $1 the order's id   $2 the customer's name   $3 the total in cents
-- $4 the event, complete, as JSON
INSERT INTO orders (id, customer, total)
VALUES ($1, $2, $3);
