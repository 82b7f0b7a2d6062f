--liquibase formatted sql

--changeset cloisonne:platform-00-outbox
CREATE TABLE platform.outbox (
  id          uuid PRIMARY KEY,
  kind        varchar(80) NOT NULL,
  aggregate   varchar(80) NOT NULL,
  body        jsonb NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX outbox_order ON platform.outbox (aggregate, id);
GRANT SELECT, INSERT, DELETE ON platform.outbox TO ${platform.role};
