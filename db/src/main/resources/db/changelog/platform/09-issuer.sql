--liquibase formatted sql

--changeset cloisonne:platform-09-token-client
--comment: A firm's machine connections, and the tools of others into which its people sign in.
CREATE TABLE platform.token_client (
  id              uuid PRIMARY KEY,
  firm_id         uuid NOT NULL REFERENCES platform.firm,
  client_id       varchar(60) NOT NULL UNIQUE,
  kind            varchar(10) NOT NULL CHECK (kind IN ('MACHINE', 'TOOL')),
  name            varchar(100) NOT NULL,
  method          varchar(10) NOT NULL CHECK (method IN ('SECRET', 'KEY', 'NONE')),
  scopes          text[] NOT NULL,
  whole_firm      boolean NOT NULL,
  redirect_uris   text[] NOT NULL DEFAULT '{}',
  signed_out_uris text[] NOT NULL DEFAULT '{}',
  created_by      uuid NOT NULL REFERENCES platform.user_account,
  created_at      timestamptz NOT NULL,
  expires_at      timestamptz,
  suspended_at    timestamptz,
  revoked_at      timestamptz
);
CREATE INDEX token_client_of_firm ON platform.token_client (firm_id, kind, created_at);
GRANT SELECT, INSERT, UPDATE ON platform.token_client TO ${platform.role};

--changeset cloisonne:platform-09-token-client-company
CREATE TABLE platform.token_client_company (
  client    uuid NOT NULL REFERENCES platform.token_client,
  tenant_id uuid NOT NULL REFERENCES platform.client_company,
  PRIMARY KEY (client, tenant_id)
);
CREATE INDEX token_client_company_of ON platform.token_client_company (tenant_id);
GRANT SELECT, INSERT, DELETE ON platform.token_client_company TO ${platform.role};

--changeset cloisonne:platform-09-client-credential
--comment: Secrets as their SHA-256 (they are 256 random bits), public keys as JWK; several at once while one takes over from another.
CREATE TABLE platform.client_credential (
  id           uuid PRIMARY KEY,
  client       uuid NOT NULL REFERENCES platform.token_client,
  secret_hash  varchar(64),
  public_key   text,
  hint         varchar(64) NOT NULL,
  created_at   timestamptz NOT NULL,
  valid_until  timestamptz NOT NULL,
  revoked_at   timestamptz,
  last_used_at timestamptz,
  reminded     integer,
  CHECK ((secret_hash IS NULL) <> (public_key IS NULL))
);
CREATE INDEX client_credential_of ON platform.client_credential (client);
CREATE INDEX client_credential_end ON platform.client_credential (valid_until) WHERE revoked_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON platform.client_credential TO ${platform.role};

--changeset cloisonne:platform-09-token-grant
--comment: What was granted once, and every token that came of it. No token is kept in clear: one index finds any of them by its hash.
CREATE TABLE platform.token_grant (
  id         uuid PRIMARY KEY,
  client     uuid NOT NULL REFERENCES platform.token_client,
  user_id    uuid REFERENCES platform.user_account,
  session_id uuid,
  grant_type varchar(60) NOT NULL,
  scopes     text[] NOT NULL,
  request    jsonb,
  person     jsonb,
  version    bigint NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX token_grant_age ON platform.token_grant (expires_at);
CREATE INDEX token_grant_of_client ON platform.token_grant (client);
CREATE INDEX token_grant_of_person ON platform.token_grant (user_id) WHERE user_id IS NOT NULL;
CREATE INDEX token_grant_of_session ON platform.token_grant (session_id) WHERE session_id IS NOT NULL;
CREATE TABLE platform.issued_token (
  hash       varchar(43) PRIMARY KEY,
  grant_id   uuid NOT NULL REFERENCES platform.token_grant ON DELETE CASCADE,
  kind       varchar(10) NOT NULL CHECK (kind IN ('STATE', 'CODE', 'ACCESS', 'REFRESH', 'ID')),
  issued_at  timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  latest     boolean NOT NULL DEFAULT true,
  spent      boolean NOT NULL,
  claims     jsonb
);
CREATE INDEX issued_token_of ON platform.issued_token (grant_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.token_grant, platform.issued_token TO ${platform.role};

--changeset cloisonne:platform-09-token-consent
CREATE TABLE platform.token_consent (
  client   uuid NOT NULL REFERENCES platform.token_client,
  user_id  uuid NOT NULL REFERENCES platform.user_account,
  scopes   text[] NOT NULL,
  given_at timestamptz NOT NULL,
  PRIMARY KEY (client, user_id)
);
CREATE INDEX token_consent_of_person ON platform.token_consent (user_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.token_consent TO ${platform.role};

--changeset cloisonne:platform-09-signing-key
--comment: The private half is sealed with a key that is never in the database. Which key signs follows from the time alone, the same on every node.
CREATE TABLE platform.signing_key (
  kid         varchar(43) PRIMARY KEY,
  algorithm   varchar(10) NOT NULL,
  sealed      bytea NOT NULL,
  active_from timestamptz NOT NULL,
  created_at  timestamptz NOT NULL,
  UNIQUE (algorithm, active_from)
);
GRANT SELECT, INSERT, DELETE ON platform.signing_key TO ${platform.role};

--changeset cloisonne:platform-09-client-assertion
--comment: An assertion counts once.
CREATE TABLE platform.client_assertion (
  hash       varchar(43) PRIMARY KEY,
  expires_at timestamptz NOT NULL
);
CREATE INDEX client_assertion_age ON platform.client_assertion (expires_at);
GRANT SELECT, INSERT, DELETE ON platform.client_assertion TO ${platform.role};
