--liquibase formatted sql

--changeset cloisonne:platform-12-mail-domain
--comment: A mail domain that a firm says is its own, until it is proven, and while it is.
CREATE TABLE platform.mail_domain (
  id           uuid PRIMARY KEY,
  firm_id      uuid NOT NULL REFERENCES platform.firm,
  domain       varchar(190) NOT NULL,
  token        varchar(40) NOT NULL,
  claimed_by   uuid NOT NULL REFERENCES platform.user_account,
  claimed_at   timestamptz NOT NULL,
  asked_at     timestamptz,
  asked_words  varchar(500),
  refused_at   timestamptz,
  answer       varchar(500),
  proof        varchar(10) CHECK (proof IN ('DNS', 'OPERATOR')),
  proven_by    uuid REFERENCES platform.user_account,
  proven_at    timestamptz,
  withdrawn_by uuid REFERENCES platform.user_account,
  withdrawn_at timestamptz,
  CHECK ((proof IS NULL) = (proven_at IS NULL))
);
CREATE UNIQUE INDEX mail_domain_of_one_firm ON platform.mail_domain (domain)
  WHERE proven_at IS NOT NULL AND withdrawn_at IS NULL;
CREATE UNIQUE INDEX mail_domain_claimed_once ON platform.mail_domain (firm_id, domain)
  WHERE withdrawn_at IS NULL;
CREATE INDEX mail_domain_asked ON platform.mail_domain (asked_at)
  WHERE asked_at IS NOT NULL AND proven_at IS NULL AND withdrawn_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON platform.mail_domain TO ${platform.role};
