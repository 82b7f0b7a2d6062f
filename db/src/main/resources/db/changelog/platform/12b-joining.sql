--liquibase formatted sql

--changeset cloisonne:platform-12b-member-verification
--comment: By what a person came to belong to a firm, and whether their address lies outside its proven domains.
ALTER TABLE platform.firm_member ADD COLUMN verification_type varchar(20);
ALTER TABLE platform.firm_member ADD COLUMN verified_at timestamptz;
ALTER TABLE platform.firm_member ADD COLUMN is_external boolean NOT NULL DEFAULT false;

--changeset cloisonne:platform-12b-join-request
--comment: Somebody whom a firm's provider brought and who is nobody's account yet asks to belong to the firm.
CREATE TABLE platform.join_request (
  id          uuid PRIMARY KEY,
  firm_id     uuid NOT NULL REFERENCES platform.firm,
  issuer      varchar(300) NOT NULL,
  sub         varchar(255) NOT NULL,
  email       varchar(254) NOT NULL,
  email_key   varchar(254) NOT NULL,
  given_name  varchar(100) NOT NULL,
  family_name varchar(100) NOT NULL,
  language    varchar(2) NOT NULL,
  asked_at    timestamptz NOT NULL,
  accepted    boolean,
  answered_by uuid REFERENCES platform.user_account,
  answered_at timestamptz,
  answer      varchar(500)
);
CREATE UNIQUE INDEX join_request_once ON platform.join_request (firm_id, issuer, sub)
  WHERE accepted IS NULL;
CREATE INDEX join_request_of ON platform.join_request (issuer, sub, firm_id, asked_at);
CREATE INDEX join_request_waiting ON platform.join_request (firm_id, asked_at)
  WHERE accepted IS NULL;
GRANT SELECT, INSERT, UPDATE ON platform.join_request TO ${platform.role};

--changeset cloisonne:platform-12b-provisioned-activation
--comment: A directory's word asks for an account, for an address that has none.
ALTER TABLE platform.provisioned_person ADD COLUMN activation_id uuid REFERENCES platform.activation;
CREATE UNIQUE INDEX provisioned_person_of_activation ON platform.provisioned_person (activation_id);
