-- expect: event-written
-- A second id for the same event: whoever retries makes a third.
BEGIN;
INSERT INTO orders (id, customer, total) VALUES ($1, $2, $3);
INSERT INTO orders_outbox (aggregate_id, event_type, payload, occurred_at)
VALUES ($1, 'OrderPlaced', $4::jsonb || jsonb_build_object('id', gen_random_uuid()), now());
COMMIT;
