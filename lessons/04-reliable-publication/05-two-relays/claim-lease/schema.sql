CREATE TABLE orders_outbox (
  id            bigserial   PRIMARY KEY,
  aggregate_id  uuid        NOT NULL,
  event_type    text        NOT NULL,
  payload       jsonb       NOT NULL,
  occurred_at   timestamptz NOT NULL,
  dispatched_at timestamptz NULL,
  lease_owner   text        NULL,
  leased_until  timestamptz NULL
);

CREATE INDEX orders_outbox_pending ON orders_outbox (aggregate_id, id) WHERE dispatched_at IS NULL;
