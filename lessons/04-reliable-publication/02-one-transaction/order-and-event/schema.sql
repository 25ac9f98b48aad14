CREATE TABLE orders (
  id       uuid    PRIMARY KEY,
  customer text    NOT NULL,
  total    integer NOT NULL CHECK (total > 0),
  status   text    NOT NULL DEFAULT 'placed'
);

CREATE TABLE orders_outbox (
  id            bigserial   PRIMARY KEY,
  aggregate_id  uuid        NOT NULL,
  event_type    text        NOT NULL,
  payload       jsonb       NOT NULL,
  occurred_at   timestamptz NOT NULL,
  dispatched_at timestamptz NULL
);

CREATE INDEX orders_outbox_pending ON orders_outbox (id) WHERE dispatched_at IS NULL;
