--liquibase formatted sql

--changeset cloisonne:platform-28-company-import
--comment: Lists of companies that people hand in. What a line says beyond number and name is sealed, and gone once the line is settled.
CREATE TABLE platform.company_import (
  id            uuid PRIMARY KEY,
  firm_id       uuid NOT NULL REFERENCES platform.firm,
  person_id     uuid NOT NULL REFERENCES platform.user_account,
  file_name     varchar(200) NOT NULL,
  ignored       varchar(60)[] NOT NULL,
  state         varchar(10) NOT NULL CHECK (state IN ('READ', 'RUNNING', 'CANCELLED', 'DONE')),
  read_at       timestamptz NOT NULL,
  started_at    timestamptz,
  ended_at      timestamptz,
  served_at     timestamptz,
  claim         uuid,
  claimed_until timestamptz
);
CREATE INDEX company_import_of_firm ON platform.company_import (firm_id, read_at);
CREATE INDEX company_import_waiting ON platform.company_import (served_at)
  WHERE ended_at IS NULL AND started_at IS NOT NULL;
CREATE TABLE platform.company_import_line (
  import_id  uuid NOT NULL REFERENCES platform.company_import ON DELETE CASCADE,
  n          integer NOT NULL,
  siren      varchar(20) NOT NULL,
  legal_name varchar(200) NOT NULL,
  verdict    varchar(12) NOT NULL CHECK (verdict IN ('READY', 'CORRECTABLE', 'KNOWN', 'REFUSED',
               'WAITING', 'BEGUN', 'ADDED', 'DROPPED')),
  faults     jsonb NOT NULL,
  form       bytea,
  tries      integer NOT NULL DEFAULT 0,
  begun_at   timestamptz,
  tenant_id  uuid,
  PRIMARY KEY (import_id, n)
);
CREATE INDEX company_import_line_verdict ON platform.company_import_line (import_id, verdict, n);
CREATE UNIQUE INDEX company_import_line_tenant ON platform.company_import_line (tenant_id)
  WHERE tenant_id IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.company_import TO ${platform.role};
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.company_import_line TO ${platform.role};
