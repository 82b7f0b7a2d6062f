--liquibase formatted sql

--changeset cloisonne:platform-04-registration
CREATE TABLE platform.registration (
  activation_id uuid PRIMARY KEY REFERENCES platform.activation,
  siren         varchar(9) NOT NULL,
  siret         varchar(14),
  legal_name    varchar(200) NOT NULL,
  checked       boolean NOT NULL,
  capacity      varchar(20) NOT NULL,
  terms         varchar(20) NOT NULL,
  user_id       uuid REFERENCES platform.user_account,
  settled_at    timestamptz
);
CREATE INDEX registration_of_user ON platform.registration (user_id) WHERE settled_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON platform.registration TO ${platform.role};

--changeset cloisonne:platform-04-firm-state
--comment: A firm that was asked for is seen by operators alone until one of them opens it.
ALTER TABLE platform.firm ADD COLUMN state varchar(10) NOT NULL DEFAULT 'OPEN'
  CHECK (state IN ('REQUESTED', 'OPEN', 'REFUSED'));
CREATE UNIQUE INDEX firm_open_siren ON platform.firm (siren) WHERE state = 'OPEN';
CREATE INDEX firm_requested ON platform.firm (created_at) WHERE state = 'REQUESTED';

--changeset cloisonne:platform-04-firm-request
CREATE TABLE platform.firm_request (
  firm_id       uuid PRIMARY KEY REFERENCES platform.firm,
  activation_id uuid NOT NULL REFERENCES platform.registration,
  asked_by      uuid NOT NULL REFERENCES platform.user_account,
  asked_at      timestamptz NOT NULL,
  answered_by   uuid REFERENCES platform.user_account,
  answered_at   timestamptz,
  answer        varchar(500)
);
CREATE INDEX firm_request_of_user ON platform.firm_request (asked_by);
GRANT SELECT, INSERT, UPDATE ON platform.firm_request TO ${platform.role};

--changeset cloisonne:platform-04-former-name
CREATE TABLE platform.firm_former_name (
  short_name varchar(30) PRIMARY KEY,
  firm_id    uuid NOT NULL REFERENCES platform.firm,
  left_at    timestamptz NOT NULL
);
GRANT SELECT, INSERT ON platform.firm_former_name TO ${platform.role};

--changeset cloisonne:platform-04-attachment
--comment: Somebody asks to belong to a firm; it gives no right by itself.
CREATE TABLE platform.attachment (
  id          uuid PRIMARY KEY,
  firm_id     uuid NOT NULL REFERENCES platform.firm,
  user_id     uuid NOT NULL REFERENCES platform.user_account,
  capacity    varchar(20) NOT NULL,
  asked_at    timestamptz NOT NULL,
  accepted    boolean,
  answered_by uuid REFERENCES platform.user_account,
  answered_at timestamptz,
  reason      varchar(500)
);
CREATE INDEX attachment_waiting ON platform.attachment (firm_id, asked_at) WHERE accepted IS NULL;
CREATE INDEX attachment_of_person ON platform.attachment (user_id) WHERE accepted IS NULL;
CREATE UNIQUE INDEX attachment_once ON platform.attachment (firm_id, user_id) WHERE accepted IS NULL;
GRANT SELECT, INSERT, UPDATE ON platform.attachment TO ${platform.role};

--changeset cloisonne:platform-04-operator
CREATE TABLE platform.operator (
  user_id uuid PRIMARY KEY REFERENCES platform.user_account,
  since   timestamptz NOT NULL
);
GRANT SELECT, INSERT, DELETE ON platform.operator TO ${platform.role};

CREATE TABLE platform.operator_invitation (
  id         uuid PRIMARY KEY,
  email      varchar(254),
  invited_at timestamptz NOT NULL,
  used_at    timestamptz
);
GRANT SELECT, INSERT, UPDATE ON platform.operator_invitation TO ${platform.role};
