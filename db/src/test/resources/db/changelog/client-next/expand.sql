--liquibase formatted sql

--changeset cloisonne:client-next-reminder
CREATE TABLE reminder (
  id         uuid PRIMARY KEY,
  invoice_id uuid NOT NULL REFERENCES invoice,
  at         timestamptz NOT NULL
);
CREATE INDEX reminder_of ON reminder (invoice_id, at);
GRANT SELECT, INSERT ON reminder TO ${tenant.role};
ALTER TABLE deposit ADD COLUMN channel varchar(20);
