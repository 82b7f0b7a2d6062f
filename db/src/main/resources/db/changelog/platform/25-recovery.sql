--liquibase formatted sql

--changeset cloisonne:platform-25-recovery
--comment: Operators attest in no firm, and two of them together.
ALTER TABLE platform.factor_recovery ALTER COLUMN firm_id DROP NOT NULL;
ALTER TABLE platform.factor_recovery ADD COLUMN confirmed_by uuid REFERENCES platform.user_account;
ALTER TABLE platform.factor_recovery ADD CONSTRAINT factor_recovery_by_two
  CHECK (confirmed_by IS NULL
    OR confirmed_by <> user_id AND confirmed_by <> attested_by AND firm_id IS NULL);
CREATE INDEX factor_recovery_of_operators ON platform.factor_recovery (attested_at)
  WHERE firm_id IS NULL AND over_at IS NULL;

--changeset cloisonne:platform-25-factor-doubt
--comment: Firms in which the factors of a person do not count, since another firm let them in without those they had.
CREATE TABLE platform.factor_doubt (
  user_id uuid NOT NULL REFERENCES platform.user_account,
  firm_id uuid NOT NULL REFERENCES platform.firm,
  since   timestamptz NOT NULL,
  PRIMARY KEY (user_id, firm_id)
);
CREATE INDEX factor_doubt_of_firm ON platform.factor_doubt (firm_id);
GRANT SELECT, INSERT, DELETE ON platform.factor_doubt TO ${platform.role};

--changeset cloisonne:platform-25-factor-owed
--comment: Who came in without the factors they had lost holds nothing until they have another.
CREATE TABLE platform.factor_owed (
  user_id uuid PRIMARY KEY REFERENCES platform.user_account,
  since   timestamptz NOT NULL
);
GRANT SELECT, INSERT, DELETE ON platform.factor_owed TO ${platform.role};
