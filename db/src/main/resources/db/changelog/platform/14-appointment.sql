--liquibase formatted sql

--changeset cloisonne:platform-14-appointment
--comment: Two operators appoint somebody to administer a firm whose only administrator is gone; one at most is under way for a firm.
CREATE TABLE platform.appointment (
  id           uuid PRIMARY KEY,
  firm_id      uuid NOT NULL REFERENCES platform.firm,
  person_id    uuid NOT NULL REFERENCES platform.user_account,
  kind         varchar(12) NOT NULL CHECK (kind IN ('LASTING', 'PROVISIONAL')),
  reason       varchar(500) NOT NULL,
  proof_name   varchar(100) NOT NULL,
  proof_hash   varchar(64) NOT NULL,
  proposed_by  uuid NOT NULL REFERENCES platform.user_account,
  proposed_at  timestamptz NOT NULL,
  confirmed_by uuid REFERENCES platform.user_account,
  confirmed_at timestamptz,
  effective_at timestamptz,
  ended_at     timestamptz,
  ended_by     uuid REFERENCES platform.user_account,
  outcome      varchar(12) CHECK (outcome IN ('TAKEN', 'OBJECTED', 'WITHDRAWN', 'LAPSED')),
  why          varchar(500),
  CHECK (confirmed_by <> proposed_by),
  CHECK (person_id <> proposed_by),
  CHECK (person_id <> confirmed_by),
  CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
  CHECK ((confirmed_at IS NULL) = (effective_at IS NULL)),
  CHECK ((ended_at IS NULL) = (outcome IS NULL)),
  CHECK (outcome IS DISTINCT FROM 'TAKEN' OR confirmed_at IS NOT NULL)
);
CREATE UNIQUE INDEX appointment_of_firm ON platform.appointment (firm_id) WHERE ended_at IS NULL;
CREATE INDEX appointment_due ON platform.appointment (effective_at) WHERE ended_at IS NULL;
CREATE INDEX appointment_latest ON platform.appointment (proposed_at DESC, id);
GRANT SELECT, INSERT, UPDATE ON platform.appointment TO ${platform.role};

--changeset cloisonne:platform-14-appointment-proof
--comment: The document on which it was proposed, sealed, in pieces.
CREATE TABLE platform.appointment_proof (
  appointment_id uuid NOT NULL REFERENCES platform.appointment,
  n              integer NOT NULL,
  piece          bytea NOT NULL,
  PRIMARY KEY (appointment_id, n)
);
GRANT SELECT, INSERT ON platform.appointment_proof TO ${platform.role};
