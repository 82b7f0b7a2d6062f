--liquibase formatted sql

--changeset cloisonne:platform-10-provisioning-connection
--comment: A firm's directory that brings and moves its people over SCIM. A token is kept as its hash alone.
CREATE TABLE platform.provisioning_connection (
  id         uuid PRIMARY KEY,
  firm_id    uuid NOT NULL REFERENCES platform.firm,
  name       varchar(80) NOT NULL,
  created_by uuid NOT NULL REFERENCES platform.user_account,
  created_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE INDEX provisioning_connection_of_firm ON platform.provisioning_connection (firm_id, created_at);
CREATE TABLE platform.provisioning_token (
  id            uuid PRIMARY KEY,
  connection_id uuid NOT NULL REFERENCES platform.provisioning_connection,
  hash          varchar(64) NOT NULL,
  created_at    timestamptz NOT NULL,
  expires_at    timestamptz NOT NULL,
  last_used_at  timestamptz
);
CREATE INDEX provisioning_token_of ON platform.provisioning_token (connection_id, created_at);
GRANT SELECT, INSERT, UPDATE ON platform.provisioning_connection, platform.provisioning_token TO ${platform.role};

--changeset cloisonne:platform-10-provisioned-person
--comment: A person as the firm's directory tells of them; an account stands behind it only once its owner has agreed.
CREATE TABLE platform.provisioned_person (
  id            uuid PRIMARY KEY,
  firm_id       uuid NOT NULL REFERENCES platform.firm,
  user_id       uuid REFERENCES platform.user_account,
  user_name     varchar(254) NOT NULL,
  user_name_key varchar(254) NOT NULL,
  external_id   varchar(255),
  email         varchar(254) NOT NULL,
  email_key     varchar(254) NOT NULL,
  given_name    varchar(100) NOT NULL,
  family_name   varchar(100) NOT NULL,
  active        boolean NOT NULL,
  keeps_name    boolean NOT NULL DEFAULT false,
  version       integer NOT NULL DEFAULT 1,
  created_at    timestamptz NOT NULL,
  changed_at    timestamptz NOT NULL,
  refused_at    timestamptz,
  removed_at    timestamptz
);
CREATE UNIQUE INDEX provisioned_person_user_name ON platform.provisioned_person (firm_id, user_name_key) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX provisioned_person_external_id ON platform.provisioned_person (firm_id, external_id) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX provisioned_person_user ON platform.provisioned_person (firm_id, user_id) WHERE removed_at IS NULL;
CREATE INDEX provisioned_person_listed ON platform.provisioned_person (firm_id, created_at, id) WHERE removed_at IS NULL;
CREATE INDEX provisioned_person_address ON platform.provisioned_person (email_key, firm_id, created_at);
GRANT SELECT, INSERT, UPDATE ON platform.provisioned_person TO ${platform.role};

--changeset cloisonne:platform-10-provisioned-group
--comment: A group of the firm's directory, and the rights that the firm's administrators give to whoever is in it.
CREATE TABLE platform.provisioned_group (
  id           uuid PRIMARY KEY,
  firm_id      uuid NOT NULL REFERENCES platform.firm,
  display_name varchar(200) NOT NULL,
  display_key  varchar(200) NOT NULL,
  external_id  varchar(255),
  version      integer NOT NULL DEFAULT 1,
  created_at   timestamptz NOT NULL,
  changed_at   timestamptz NOT NULL,
  removed_at   timestamptz
);
CREATE UNIQUE INDEX provisioned_group_name ON platform.provisioned_group (firm_id, display_key) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX provisioned_group_external_id ON platform.provisioned_group (firm_id, external_id) WHERE removed_at IS NULL;
CREATE TABLE platform.provisioned_group_member (
  group_id  uuid NOT NULL REFERENCES platform.provisioned_group,
  person_id uuid NOT NULL REFERENCES platform.provisioned_person,
  PRIMARY KEY (group_id, person_id)
);
CREATE INDEX provisioned_group_of_person ON platform.provisioned_group_member (person_id);
CREATE TABLE platform.provisioned_group_right (
  id           uuid PRIMARY KEY,
  group_id     uuid NOT NULL REFERENCES platform.provisioned_group,
  firm_id      uuid NOT NULL REFERENCES platform.firm,
  portfolio_id uuid REFERENCES platform.portfolio,
  profile      varchar(20) NOT NULL REFERENCES platform.profile,
  armed        boolean NOT NULL,
  given_by     uuid NOT NULL REFERENCES platform.user_account,
  place        uuid GENERATED ALWAYS AS (coalesce(portfolio_id, firm_id)) STORED
);
CREATE UNIQUE INDEX provisioned_group_right_once ON platform.provisioned_group_right (group_id, place, profile);
CREATE TABLE platform.provisioned_habilitation (
  habilitation_id uuid PRIMARY KEY REFERENCES platform.habilitation
);
GRANT SELECT, INSERT, UPDATE ON platform.provisioned_group TO ${platform.role};
GRANT SELECT, INSERT, DELETE ON platform.provisioned_group_member, platform.provisioned_group_right TO ${platform.role};
GRANT SELECT, INSERT ON platform.provisioned_habilitation TO ${platform.role};
