--liquibase formatted sql

--changeset cloisonne:client-02-deposit
CREATE TABLE deposit (
  id        uuid PRIMARY KEY,
  state     varchar(10) NOT NULL CHECK (state IN ('RECEIVED', 'CHECKING', 'DONE', 'CANCELLED')),
  at        timestamptz NOT NULL,
  actor     uuid NOT NULL,
  on_behalf uuid
);
CREATE INDEX deposit_newest ON deposit (at DESC);
GRANT SELECT, INSERT, UPDATE ON deposit TO ${tenant.role};
CREATE TABLE deposit_document (
  id         uuid PRIMARY KEY,
  deposit_id uuid NOT NULL REFERENCES deposit,
  file_name  varchar(256) NOT NULL,
  size       bigint NOT NULL,
  sha256     varchar(64) NOT NULL,
  state      varchar(10) NOT NULL CHECK (state IN ('WAITING', 'ACCEPTED', 'REFUSED', 'UNREADABLE')),
  refusal    smallint,
  rule_set   varchar(100) NOT NULL,
  anomalies  jsonb NOT NULL,
  kept_until timestamptz
);
CREATE INDEX deposit_document_of ON deposit_document (deposit_id);
CREATE INDEX deposit_document_purge ON deposit_document (kept_until) WHERE kept_until IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON deposit_document TO ${tenant.role};
CREATE TABLE file_piece (
  document_id uuid NOT NULL REFERENCES deposit_document,
  n           integer NOT NULL,
  bytes       bytea NOT NULL,
  PRIMARY KEY (document_id, n)
);
GRANT SELECT, INSERT, DELETE ON file_piece TO ${tenant.role};

--changeset cloisonne:client-02-invoice
CREATE TABLE invoice (
  id              uuid PRIMARY KEY,
  document_id     uuid NOT NULL UNIQUE REFERENCES deposit_document,
  seller_siren    varchar(9) NOT NULL,
  issue_year      smallint NOT NULL,
  number          varchar(35) NOT NULL,
  issue_date      date NOT NULL,
  due_date        date,
  type_code       varchar(3) NOT NULL,
  syntax          varchar(10) NOT NULL,
  profile         varchar(200) NOT NULL,
  seller_name     varchar(300) NOT NULL,
  seller_vat      varchar(20),
  buyer_name      varchar(300) NOT NULL,
  buyer_siren     varchar(20),
  buyer_vat       varchar(20),
  currency        varchar(3) NOT NULL,
  without_tax     numeric(19,2) NOT NULL,
  tax             numeric(19,2) NOT NULL,
  with_tax        numeric(19,2) NOT NULL,
  payable         numeric(19,2) NOT NULL,
  taxes           jsonb NOT NULL,
  line_count      integer NOT NULL,
  status          smallint NOT NULL,
  retention_until date NOT NULL
);
CREATE UNIQUE INDEX invoice_number ON invoice (seller_siren, issue_year, number);
CREATE INDEX invoice_by_date ON invoice (issue_date DESC, id);
CREATE INDEX invoice_by_status ON invoice (status, issue_date DESC);
GRANT SELECT, INSERT, UPDATE (status) ON invoice TO ${tenant.role};
CREATE TABLE status_change (
  invoice_id uuid NOT NULL REFERENCES invoice,
  n          integer NOT NULL,
  at         timestamptz NOT NULL,
  status     smallint NOT NULL,
  reason     varchar(40),
  actor      uuid,
  on_behalf  uuid,
  PRIMARY KEY (invoice_id, n)
);
GRANT SELECT, INSERT ON status_change TO ${tenant.role};
