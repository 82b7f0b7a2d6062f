--liquibase formatted sql

--changeset cloisonne:platform-07-identity-provider
--comment: A firm's own OpenID Connect providers. The secret is sealed with the keyring, bound to its row.
CREATE TABLE platform.identity_provider (
  id              uuid PRIMARY KEY,
  firm_id         uuid NOT NULL REFERENCES platform.firm,
  label           varchar(80) NOT NULL,
  issuer          varchar(300) NOT NULL,
  client_id       varchar(255) NOT NULL,
  secret          bytea NOT NULL,
  authentication  varchar(20) NOT NULL CHECK (authentication IN ('POST', 'BASIC')),
  scopes          varchar(300) NOT NULL,
  level           varchar(200) NOT NULL,
  userinfo_signed boolean NOT NULL,
  claim_given     varchar(60) NOT NULL,
  claim_family    varchar(60) NOT NULL,
  claim_email     varchar(60) NOT NULL,
  claim_groups    varchar(60) NOT NULL,
  ends_there      boolean NOT NULL,
  back_channel    boolean NOT NULL,
  front_channel   boolean NOT NULL,
  live            boolean NOT NULL DEFAULT false,
  tried_at        timestamptz,
  version         integer NOT NULL DEFAULT 0,
  created_by      uuid NOT NULL REFERENCES platform.user_account,
  created_at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX identity_provider_of_firm ON platform.identity_provider (firm_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.identity_provider TO ${platform.role};
