--liquibase formatted sql

--changeset cloisonne:platform-24-audit-repeat
--comment: How often something has happened in a window of time, so that the trail has few rows of it and one that says how many.
CREATE TABLE platform.audit_repeat (
  act      varchar(60) NOT NULL,
  subject  varchar(200) NOT NULL,
  since    timestamptz NOT NULL,
  until    timestamptz NOT NULL,
  chain    uuid NOT NULL,
  actor    uuid,
  details  varchar(4000) NOT NULL,
  own_rows int NOT NULL,
  times    int NOT NULL,
  PRIMARY KEY (act, subject, since)
);
CREATE INDEX audit_repeat_over ON platform.audit_repeat (until);
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.audit_repeat TO ${platform.role};
