-- Place the order, and record its event with it.
INSERT INTO orders (id, customer, total)
VALUES ($1, $2, $3);
