--liquibase formatted sql

--changeset cloisonne:platform-01-firm
CREATE TABLE platform.firm (
  id         uuid PRIMARY KEY,
  short_name varchar(30) NOT NULL UNIQUE,
  siren      varchar(9) NOT NULL,
  legal_name varchar(200) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT, INSERT, UPDATE ON platform.firm TO ${platform.role};

--changeset cloisonne:platform-01-client-company
--comment: The SIREN is not unique: two firms that add one SIREN get two tenants, and neither learns of the other.
CREATE TABLE platform.client_company (
  tenant_id      uuid PRIMARY KEY,
  siren          varchar(9) NOT NULL,
  siret          varchar(14),
  vat_number     varchar(13),
  legal_name     varchar(200) NOT NULL,
  size_category  varchar(5) NOT NULL,
  holder_firm_id uuid REFERENCES platform.firm,
  state          varchar(12) NOT NULL CHECK (state IN ('PROVISIONING', 'OPEN')),
  cell           varchar(16) NOT NULL,
  role           varchar(15) NOT NULL UNIQUE CHECK (role ~ '^t_[a-z2-7]{13}$'),
  attempt_id     uuid NOT NULL,
  created_at     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX client_company_unfinished ON platform.client_company (created_at) WHERE state <> 'OPEN';
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.client_company TO ${platform.role};

--changeset cloisonne:platform-01-mandate
CREATE TABLE platform.mandate (
  id          uuid PRIMARY KEY,
  firm_id     uuid NOT NULL REFERENCES platform.firm,
  tenant_id   uuid NOT NULL REFERENCES platform.client_company,
  siren       varchar(9) NOT NULL,
  valid_from  date NOT NULL,
  valid_until date CHECK (valid_until >= valid_from)
);
CREATE UNIQUE INDEX mandate_live ON platform.mandate (firm_id, siren) WHERE valid_until IS NULL;
CREATE INDEX mandate_of_company ON platform.mandate (tenant_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.mandate TO ${platform.role};
