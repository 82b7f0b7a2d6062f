--liquibase formatted sql

--changeset cloisonne:platform-05-authenticator
--comment: The secret is sealed with a key that is not in the database; a code opens once.
CREATE TABLE platform.authenticator (
  user_id      uuid PRIMARY KEY REFERENCES platform.user_account,
  secret       bytea NOT NULL,
  last_step    bigint NOT NULL,
  added_at     timestamptz NOT NULL,
  last_used_at timestamptz
);
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.authenticator TO ${platform.role};

--changeset cloisonne:platform-05-recovery-code
CREATE TABLE platform.recovery_code (
  user_id uuid NOT NULL REFERENCES platform.user_account,
  hash    varchar(64) NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (user_id, hash)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.recovery_code TO ${platform.role};

--changeset cloisonne:platform-05-passkey
CREATE TABLE platform.passkey (
  credential_id           bytea PRIMARY KEY,
  user_id                 uuid NOT NULL REFERENCES platform.user_account,
  public_key              bytea NOT NULL,
  signature_count         bigint NOT NULL,
  uv_initialized          boolean NOT NULL,
  transports              varchar(20)[] NOT NULL,
  backup_eligible         boolean NOT NULL,
  backup_state            boolean NOT NULL,
  attestation_object      bytea NOT NULL,
  attestation_client_data bytea NOT NULL,
  name                    varchar(100) NOT NULL,
  added_at                timestamptz NOT NULL,
  last_used_at            timestamptz NOT NULL
);
CREATE INDEX passkey_of_user ON platform.passkey (user_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.passkey TO ${platform.role};

--changeset cloisonne:platform-05-factor-rule
--comment: A firm without a row asks nobody.
CREATE TABLE platform.factor_rule (
  firm_id  uuid PRIMARY KEY REFERENCES platform.firm,
  asked_of varchar(20) NOT NULL CHECK (asked_of IN ('ADMINISTRATORS', 'EVERYBODY'))
);
GRANT SELECT, INSERT, DELETE ON platform.factor_rule TO ${platform.role};
