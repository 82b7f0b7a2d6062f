--liquibase formatted sql

--changeset cloisonne:platform-03-delivery
CREATE TABLE platform.delivery (
  event_id    uuid NOT NULL,
  consumer    varchar(80) NOT NULL,
  done        boolean NOT NULL,
  tries       integer NOT NULL,
  next_try_at timestamptz NOT NULL,
  PRIMARY KEY (event_id, consumer)
);
CREATE INDEX delivery_age ON platform.delivery (next_try_at) WHERE done;
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.delivery TO ${platform.role};

--changeset cloisonne:platform-03-dead-letter
CREATE TABLE platform.dead_letter (
  event_id     uuid NOT NULL,
  consumer     varchar(80) NOT NULL,
  tenant_id    uuid,
  kind         varchar(80) NOT NULL,
  aggregate    varchar(80) NOT NULL,
  body         jsonb NOT NULL,
  recorded_at  timestamptz NOT NULL,
  set_aside_at timestamptz NOT NULL,
  error        varchar(500) NOT NULL,
  PRIMARY KEY (event_id, consumer)
);
CREATE INDEX dead_letter_age ON platform.dead_letter (set_aside_at DESC, event_id);
GRANT SELECT, INSERT, DELETE ON platform.dead_letter TO ${platform.role};
