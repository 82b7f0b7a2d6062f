--liquibase formatted sql

--changeset cloisonne:platform-08-invitation
--comment: Somebody is invited into a firm, with the rights that wait for them.
CREATE TABLE platform.invitation (
  id          uuid PRIMARY KEY,
  firm_id     uuid NOT NULL REFERENCES platform.firm,
  staff_of    uuid REFERENCES platform.client_company,
  email       varchar(254) NOT NULL,
  email_key   varchar(254) NOT NULL,
  given_name  varchar(100) NOT NULL,
  family_name varchar(100) NOT NULL,
  language    varchar(2) NOT NULL,
  invited_by  uuid NOT NULL REFERENCES platform.user_account,
  invited_at  timestamptz NOT NULL,
  sent_at     timestamptz NOT NULL,
  resent      integer NOT NULL DEFAULT 0,
  expires_at  timestamptz NOT NULL,
  first_day   date,
  last_day    date,
  used_at     timestamptz,
  used_by     uuid REFERENCES platform.user_account,
  withdrawn_at timestamptz,
  CHECK ((first_day IS NULL) = (last_day IS NULL)),
  CHECK (used_at IS NULL OR withdrawn_at IS NULL)
);
CREATE INDEX invitation_of_firm ON platform.invitation (firm_id, invited_at);
CREATE INDEX invitation_to ON platform.invitation (email_key) WHERE used_at IS NULL AND withdrawn_at IS NULL;
CREATE UNIQUE INDEX invitation_waiting ON platform.invitation (firm_id, email_key)
  WHERE used_at IS NULL AND withdrawn_at IS NULL;
CREATE TABLE platform.invitation_part (
  invitation_id uuid NOT NULL REFERENCES platform.invitation,
  tenant_id     uuid REFERENCES platform.client_company,
  portfolio_id  uuid REFERENCES platform.portfolio,
  profile       varchar(20) NOT NULL REFERENCES platform.profile,
  CHECK (tenant_id IS NULL OR portfolio_id IS NULL)
);
CREATE INDEX invitation_part_of ON platform.invitation_part (invitation_id);
GRANT SELECT, INSERT, UPDATE ON platform.invitation TO ${platform.role};
GRANT SELECT, INSERT ON platform.invitation_part TO ${platform.role};

--changeset cloisonne:platform-08-right-request
CREATE TABLE platform.right_request (
  id          uuid PRIMARY KEY,
  firm_id     uuid NOT NULL REFERENCES platform.firm,
  person_id   uuid NOT NULL REFERENCES platform.user_account,
  tenant_id   uuid REFERENCES platform.client_company,
  portfolio_id uuid REFERENCES platform.portfolio,
  profile     varchar(20) NOT NULL REFERENCES platform.profile,
  place       uuid GENERATED ALWAYS AS (coalesce(tenant_id, portfolio_id, firm_id)) STORED,
  reason      varchar(500) NOT NULL,
  asked_at    timestamptz NOT NULL,
  state       varchar(10) NOT NULL DEFAULT 'WAITING'
    CHECK (state IN ('WAITING', 'GRANTED', 'REFUSED', 'WITHDRAWN')),
  answered_by uuid REFERENCES platform.user_account,
  answered_at timestamptz,
  answer      varchar(500),
  CHECK (tenant_id IS NULL OR portfolio_id IS NULL)
);
CREATE INDEX right_request_waiting ON platform.right_request (firm_id, asked_at)
  WHERE state = 'WAITING';
CREATE UNIQUE INDEX right_request_once ON platform.right_request (person_id, place, profile)
  WHERE state = 'WAITING';
CREATE INDEX right_request_of_person ON platform.right_request (person_id, asked_at);
GRANT SELECT, INSERT, UPDATE ON platform.right_request TO ${platform.role};
