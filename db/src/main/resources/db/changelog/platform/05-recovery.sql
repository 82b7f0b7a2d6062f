--liquibase formatted sql

--changeset cloisonne:platform-05-factor-recovery
CREATE TABLE platform.factor_recovery (
  id          uuid PRIMARY KEY,
  user_id     uuid NOT NULL REFERENCES platform.user_account,
  firm_id     uuid NOT NULL REFERENCES platform.firm,
  attested_by uuid NOT NULL REFERENCES platform.user_account,
  reason      varchar(500) NOT NULL,
  attested_at timestamptz NOT NULL,
  link_hash   varchar(64),
  opens_at    timestamptz,
  ends_at     timestamptz NOT NULL,
  over_at     timestamptz,
  CHECK (user_id <> attested_by)
);
CREATE UNIQUE INDEX factor_recovery_live ON platform.factor_recovery (user_id) WHERE over_at IS NULL;
CREATE UNIQUE INDEX factor_recovery_link ON platform.factor_recovery (link_hash);
GRANT SELECT, INSERT, UPDATE ON platform.factor_recovery TO ${platform.role};
