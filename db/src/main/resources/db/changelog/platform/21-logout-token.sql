--liquibase formatted sql

--changeset cloisonne:platform-21-logout-token
--comment: Logout tokens of providers that have served, until they would be refused for their age.
CREATE TABLE platform.logout_token (
  hash       varchar(64) PRIMARY KEY,
  expires_at timestamptz NOT NULL
);
CREATE INDEX logout_token_age ON platform.logout_token (expires_at);
GRANT SELECT, INSERT, DELETE ON platform.logout_token TO ${platform.role};
