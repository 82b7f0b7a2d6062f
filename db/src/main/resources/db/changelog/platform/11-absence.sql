--liquibase formatted sql

--changeset cloisonne:platform-11-delegation-turns
--comment: That a delegation has begun and that it is over is each told once.
ALTER TABLE platform.delegation ADD COLUMN begun_at timestamptz;
ALTER TABLE platform.delegation ADD COLUMN ended_at timestamptz;
UPDATE platform.delegation SET begun_at = now() WHERE first_day <= current_date;
UPDATE platform.delegation SET ended_at = now() WHERE revoked_at IS NOT NULL OR last_day < current_date;
CREATE INDEX delegation_to_begin ON platform.delegation (first_day) WHERE begun_at IS NULL AND revoked_at IS NULL;
CREATE INDEX delegation_to_end ON platform.delegation (last_day) WHERE ended_at IS NULL;
CREATE INDEX delegation_revoked ON platform.delegation (revoked_at) WHERE ended_at IS NULL AND revoked_at IS NOT NULL;
CREATE INDEX delegation_by_holder ON platform.delegation (holder_id, firm_id, first_day);
CREATE INDEX delegation_by_giver ON platform.delegation (giver_id, firm_id, first_day);
CREATE INDEX audit_in_place ON platform.audit (chain, on_behalf, n) WHERE on_behalf IS NOT NULL;

--changeset cloisonne:platform-11-company-use
--comment: When a person was last inside a company, to within some minutes.
CREATE TABLE platform.company_use (
  user_id   uuid NOT NULL REFERENCES platform.user_account,
  tenant_id uuid NOT NULL REFERENCES platform.client_company,
  last_at   timestamptz NOT NULL,
  PRIMARY KEY (user_id, tenant_id)
);
CREATE INDEX company_use_of_company ON platform.company_use (tenant_id);
GRANT SELECT, INSERT, UPDATE ON platform.company_use TO ${platform.role};

--changeset cloisonne:platform-11-seeing-as
--comment: Who sees the product with a colleague's eyes at this moment; what was seen is in the firm's chain.
CREATE TABLE platform.seeing_as (
  viewer_id    uuid PRIMARY KEY REFERENCES platform.user_account,
  colleague_id uuid NOT NULL REFERENCES platform.user_account,
  firm_id      uuid NOT NULL REFERENCES platform.firm,
  until        timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.seeing_as TO ${platform.role};

--changeset cloisonne:platform-11-hand-over
--comment: The certificates of what went from one person to another for good.
CREATE TABLE platform.hand_over (
  id          uuid PRIMARY KEY,
  firm_id     uuid NOT NULL REFERENCES platform.firm,
  by_id       uuid NOT NULL REFERENCES platform.user_account,
  from_id     uuid NOT NULL REFERENCES platform.user_account,
  to_id       uuid NOT NULL REFERENCES platform.user_account,
  at          timestamptz NOT NULL,
  departure   boolean NOT NULL,
  delegations integer NOT NULL,
  chain_row   bigint NOT NULL,
  chain_hash  varchar(64) NOT NULL
);
CREATE INDEX hand_over_of_firm ON platform.hand_over (firm_id, at);
CREATE TABLE platform.hand_over_part (
  hand_over_id uuid NOT NULL REFERENCES platform.hand_over,
  tenant_id    uuid REFERENCES platform.client_company,
  portfolio_id uuid REFERENCES platform.portfolio,
  profile      varchar(20) NOT NULL REFERENCES platform.profile
);
CREATE INDEX hand_over_part_of ON platform.hand_over_part (hand_over_id);
GRANT SELECT, INSERT ON platform.hand_over, platform.hand_over_part TO ${platform.role};

--changeset cloisonne:platform-11-access-review
--comment: Reviews of a firm's access that were signed, and when the firm was last reminded of one.
CREATE TABLE platform.access_review (
  id            uuid PRIMARY KEY,
  firm_id       uuid NOT NULL REFERENCES platform.firm,
  reviewer_id   uuid NOT NULL REFERENCES platform.user_account,
  at            timestamptz NOT NULL,
  people        integer NOT NULL,
  companies     integer NOT NULL,
  habilitations integer NOT NULL,
  delegations   integer NOT NULL
);
CREATE INDEX access_review_of_firm ON platform.access_review (firm_id, at);
GRANT SELECT, INSERT ON platform.access_review TO ${platform.role};
CREATE TABLE platform.review_reminder (
  firm_id uuid PRIMARY KEY REFERENCES platform.firm,
  at      timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON platform.review_reminder TO ${platform.role};

--changeset cloisonne:platform-11-substitute
--comment: A habilitation with a last day is provisional and does not count among those that a firm must keep.
ALTER TABLE platform.habilitation ADD COLUMN last_day date;
CREATE TABLE platform.substitute (
  id              uuid PRIMARY KEY,
  firm_id         uuid NOT NULL REFERENCES platform.firm,
  person_id       uuid NOT NULL REFERENCES platform.user_account,
  named_by        uuid NOT NULL REFERENCES platform.user_account,
  named_at        timestamptz NOT NULL,
  accepted_at     timestamptz,
  reason          varchar(500),
  effective_at    timestamptz,
  begun_at        timestamptz,
  habilitation_id uuid REFERENCES platform.habilitation,
  last_day        date,
  renewed_at      timestamptz,
  ended_at        timestamptz
);
CREATE UNIQUE INDEX substitute_of_firm ON platform.substitute (firm_id) WHERE ended_at IS NULL;
CREATE INDEX substitute_person ON platform.substitute (person_id) WHERE ended_at IS NULL;
CREATE INDEX substitute_to_begin ON platform.substitute (effective_at) WHERE ended_at IS NULL AND begun_at IS NULL;
CREATE INDEX substitute_to_end ON platform.substitute (last_day) WHERE ended_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON platform.substitute TO ${platform.role};
