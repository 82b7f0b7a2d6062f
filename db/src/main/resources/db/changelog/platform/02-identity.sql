--liquibase formatted sql

--changeset cloisonne:platform-02-user-account
CREATE TABLE platform.user_account (
  id            uuid PRIMARY KEY,
  email         varchar(254) NOT NULL,
  email_key     varchar(254) NOT NULL UNIQUE,
  given_name    varchar(100) NOT NULL,
  family_name   varchar(100) NOT NULL,
  password_hash varchar(200),
  language      varchar(2) NOT NULL DEFAULT 'fr',
  rights_epoch  bigint NOT NULL DEFAULT 0,
  created_at    timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT, INSERT, UPDATE ON platform.user_account TO ${platform.role};

--changeset cloisonne:platform-02-federated-identity
--comment: The key is (issuer, sub), never an e-mail.
CREATE TABLE platform.federated_identity (
  issuer    varchar(300) NOT NULL,
  sub       varchar(255) NOT NULL,
  user_id   uuid NOT NULL REFERENCES platform.user_account,
  linked_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (issuer, sub)
);
CREATE INDEX federated_identity_of_user ON platform.federated_identity (user_id);
GRANT SELECT, INSERT, DELETE ON platform.federated_identity TO ${platform.role};

--changeset cloisonne:platform-02-firm-member
CREATE TABLE platform.firm_member (
  firm_id uuid NOT NULL REFERENCES platform.firm,
  user_id uuid NOT NULL REFERENCES platform.user_account,
  PRIMARY KEY (firm_id, user_id)
);
CREATE INDEX firm_member_of_user ON platform.firm_member (user_id);
GRANT SELECT, INSERT, DELETE ON platform.firm_member TO ${platform.role};

--changeset cloisonne:platform-02-delegation
CREATE TABLE platform.delegation (
  id         uuid PRIMARY KEY,
  firm_id    uuid NOT NULL REFERENCES platform.firm,
  tenant_id  uuid REFERENCES platform.client_company,
  profile    varchar(20) NOT NULL,
  giver_id   uuid NOT NULL REFERENCES platform.user_account,
  holder_id  uuid NOT NULL REFERENCES platform.user_account,
  first_day  date NOT NULL,
  last_day   date NOT NULL CHECK (last_day >= first_day),
  reason     varchar(500) NOT NULL,
  revoked_at timestamptz,
  given_at   timestamptz NOT NULL DEFAULT now(),
  CHECK (giver_id <> holder_id)
);
CREATE INDEX delegation_held ON platform.delegation (holder_id, last_day) WHERE revoked_at IS NULL;
CREATE INDEX delegation_of_firm ON platform.delegation (firm_id, given_at);
GRANT SELECT, INSERT, UPDATE ON platform.delegation TO ${platform.role};

--changeset cloisonne:platform-02-habilitation
--comment: A habilitation stands on its own feet; what was delegated is a delegation.
CREATE TABLE platform.habilitation (
  id         uuid PRIMARY KEY,
  firm_id    uuid NOT NULL REFERENCES platform.firm,
  tenant_id  uuid REFERENCES platform.client_company,
  profile    varchar(20) NOT NULL,
  holder_id  uuid NOT NULL REFERENCES platform.user_account,
  granted_by uuid REFERENCES platform.user_account,
  granted_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz
);
CREATE UNIQUE INDEX habilitation_live ON platform.habilitation
  (holder_id, firm_id, tenant_id, profile) NULLS NOT DISTINCT WHERE revoked_at IS NULL;
CREATE INDEX habilitation_of_firm ON platform.habilitation (firm_id) WHERE revoked_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON platform.habilitation TO ${platform.role};

--changeset cloisonne:platform-02-chain
CREATE TABLE platform.chain_head (
  chain uuid PRIMARY KEY,
  n     bigint NOT NULL,
  hash  varchar(64) NOT NULL
);
CREATE TABLE platform.audit (
  chain    uuid NOT NULL REFERENCES platform.chain_head,
  n        bigint NOT NULL,
  at       timestamptz NOT NULL,
  actor    uuid,
  on_behalf uuid,
  act      varchar(60) NOT NULL,
  details  varchar(4000) NOT NULL,
  key_id   varchar(8) NOT NULL,
  prev     varchar(64) NOT NULL,
  hash     varchar(64) NOT NULL,
  PRIMARY KEY (chain, n),
  UNIQUE (chain, prev)
);
GRANT SELECT, INSERT, UPDATE ON platform.chain_head TO ${platform.role};
GRANT SELECT, INSERT ON platform.audit TO ${platform.role};

--changeset cloisonne:platform-02-chain-guard splitStatements:false
--comment: Grants stop the product; the trigger stops its owner's slips.
CREATE FUNCTION platform.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit chain is append-only';
END
$$;

--changeset cloisonne:platform-02-chain-triggers
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON platform.audit
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
