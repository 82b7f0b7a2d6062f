--liquibase formatted sql

--changeset cloisonne:platform-08-profile
--comment: Those without a firm ship with the product; an area's right to modify is stored beside its right to consult.
CREATE TABLE platform.profile (
  code       varchar(20) PRIMARY KEY,
  firm_id    uuid REFERENCES platform.firm,
  name       varchar(60),
  rights     varchar(30)[] NOT NULL,
  version    integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  removed_at timestamptz,
  CHECK ((firm_id IS NULL) = (name IS NULL))
);
CREATE UNIQUE INDEX profile_name ON platform.profile (firm_id, lower(name)) WHERE removed_at IS NULL;
INSERT INTO platform.profile (code, rights) VALUES
  ('ADMINISTRATOR', '{SEE_DEPOSITS,DEPOSIT,CONSULT,FOLLOW_UP,SEE_COMPANIES,MANAGE_COMPANIES,SEE_REQUESTS,APPROVE,AUDIT,DELEGATE,SEE_CONNECTIONS,MANAGE_CONNECTIONS,SEE_SIGN_IN,MANAGE_SIGN_IN}'),
  ('STANDARD', '{SEE_DEPOSITS,DEPOSIT,CONSULT,FOLLOW_UP,SEE_COMPANIES}'),
  ('READER', '{SEE_DEPOSITS,CONSULT,SEE_COMPANIES}');
GRANT SELECT, INSERT, UPDATE ON platform.profile TO ${platform.role};

--changeset cloisonne:platform-08-portfolio
CREATE TABLE platform.portfolio (
  id         uuid PRIMARY KEY,
  firm_id    uuid NOT NULL REFERENCES platform.firm,
  name       varchar(80) NOT NULL,
  version    integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  removed_at timestamptz
);
CREATE UNIQUE INDEX portfolio_name ON platform.portfolio (firm_id, lower(name)) WHERE removed_at IS NULL;
CREATE TABLE platform.portfolio_company (
  portfolio_id uuid NOT NULL REFERENCES platform.portfolio,
  tenant_id    uuid NOT NULL REFERENCES platform.client_company,
  firm_id      uuid NOT NULL REFERENCES platform.firm,
  PRIMARY KEY (portfolio_id, tenant_id)
);
CREATE INDEX portfolio_of_company ON platform.portfolio_company (tenant_id, firm_id, portfolio_id);
GRANT SELECT, INSERT, UPDATE ON platform.portfolio TO ${platform.role};
GRANT SELECT, INSERT, DELETE ON platform.portfolio_company TO ${platform.role};

--changeset cloisonne:platform-08-habilitation
--comment: A place is the one company, else the portfolio, else the firm as a whole.
ALTER TABLE platform.habilitation ADD COLUMN portfolio_id uuid REFERENCES platform.portfolio;
ALTER TABLE platform.habilitation ADD CONSTRAINT habilitation_one_place
  CHECK (tenant_id IS NULL OR portfolio_id IS NULL);
ALTER TABLE platform.habilitation ADD CONSTRAINT habilitation_profile
  FOREIGN KEY (profile) REFERENCES platform.profile;
ALTER TABLE platform.habilitation ADD COLUMN place uuid
  GENERATED ALWAYS AS (coalesce(tenant_id, portfolio_id, firm_id)) STORED;
DROP INDEX platform.habilitation_live;
CREATE UNIQUE INDEX habilitation_held ON platform.habilitation
  (holder_id, firm_id, place, profile) WHERE revoked_at IS NULL;
CREATE INDEX habilitation_at ON platform.habilitation (place) WHERE revoked_at IS NULL;
DROP INDEX platform.habilitation_of_firm;
CREATE INDEX habilitation_of_firm ON platform.habilitation (firm_id, profile) WHERE revoked_at IS NULL;

--changeset cloisonne:platform-08-delegation-part
--comment: What one delegation lends: each place with each profile. The two columns of the head are of before.
CREATE TABLE platform.delegation_part (
  delegation_id uuid NOT NULL REFERENCES platform.delegation,
  firm_id       uuid NOT NULL REFERENCES platform.firm,
  tenant_id     uuid REFERENCES platform.client_company,
  portfolio_id  uuid REFERENCES platform.portfolio,
  profile       varchar(20) NOT NULL REFERENCES platform.profile,
  place         uuid GENERATED ALWAYS AS (coalesce(tenant_id, portfolio_id, firm_id)) STORED,
  CHECK (tenant_id IS NULL OR portfolio_id IS NULL)
);
INSERT INTO platform.delegation_part (delegation_id, firm_id, tenant_id, profile)
  SELECT id, firm_id, tenant_id, profile FROM platform.delegation;
CREATE UNIQUE INDEX delegation_part_of ON platform.delegation_part (delegation_id, place, profile);
CREATE INDEX delegation_part_at ON platform.delegation_part (place);
ALTER TABLE platform.delegation ALTER COLUMN profile DROP NOT NULL;
CREATE INDEX delegation_given ON platform.delegation (giver_id) WHERE revoked_at IS NULL;
GRANT SELECT, INSERT ON platform.delegation_part TO ${platform.role};

--changeset cloisonne:platform-08-member
--comment: A company's own people are members of that company alone.
ALTER TABLE platform.firm_member ADD COLUMN joined_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE platform.firm_member ADD COLUMN suspended_at timestamptz;
GRANT UPDATE ON platform.firm_member TO ${platform.role};
CREATE TABLE platform.company_member (
  tenant_id    uuid NOT NULL REFERENCES platform.client_company,
  user_id      uuid NOT NULL REFERENCES platform.user_account,
  joined_at    timestamptz NOT NULL DEFAULT now(),
  suspended_at timestamptz,
  PRIMARY KEY (tenant_id, user_id)
);
CREATE INDEX company_member_of_user ON platform.company_member (user_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.company_member TO ${platform.role};
