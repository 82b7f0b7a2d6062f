--liquibase formatted sql

--changeset cloisonne:platform-04-activation
--comment: An account asked for, until its mailbox is proven; there is no account before that.
CREATE TABLE platform.activation (
  id           uuid PRIMARY KEY,
  kind         varchar(20) NOT NULL,
  email        varchar(254) NOT NULL,
  email_key    varchar(254) NOT NULL,
  given_name   varchar(100) NOT NULL,
  family_name  varchar(100) NOT NULL,
  language     varchar(2) NOT NULL,
  asked_at     timestamptz NOT NULL,
  used_at      timestamptz,
  user_id      uuid REFERENCES platform.user_account,
  withdrawn_at timestamptz
);
CREATE INDEX activation_of_address ON platform.activation (email_key, asked_at);
GRANT SELECT, INSERT, UPDATE ON platform.activation TO ${platform.role};

--changeset cloisonne:platform-04-mail-link
--comment: Links that were sent by mail, by the hash of their secret; the latest of its purpose opens.
CREATE TABLE platform.mail_link (
  token_hash   varchar(64) PRIMARY KEY,
  purpose      varchar(20) NOT NULL,
  about_id     uuid NOT NULL,
  number       bigint GENERATED ALWAYS AS IDENTITY,
  expires_at   timestamptz NOT NULL,
  used_at      timestamptz,
  withdrawn_at timestamptz
);
CREATE INDEX mail_link_latest ON platform.mail_link (about_id, purpose, number);
GRANT SELECT, INSERT, UPDATE ON platform.mail_link TO ${platform.role};

--changeset cloisonne:platform-04-way-in
--comment: Somebody asked for a way in; whether there is an account is looked up when the mail is written.
CREATE TABLE platform.way_in (
  id        uuid PRIMARY KEY,
  email     varchar(254) NOT NULL,
  email_key varchar(254) NOT NULL,
  language  varchar(2) NOT NULL,
  asked_at  timestamptz NOT NULL
);
CREATE INDEX way_in_of_address ON platform.way_in (email_key, asked_at);
GRANT SELECT, INSERT ON platform.way_in TO ${platform.role};

--changeset cloisonne:platform-04-address-change
CREATE TABLE platform.address_change (
  id           uuid PRIMARY KEY,
  user_id      uuid NOT NULL REFERENCES platform.user_account,
  email        varchar(254) NOT NULL,
  email_key    varchar(254) NOT NULL,
  old_email    varchar(254) NOT NULL,
  asked_at     timestamptz NOT NULL,
  used_at      timestamptz,
  withdrawn_at timestamptz
);
CREATE INDEX address_change_of_user ON platform.address_change (user_id, asked_at);
GRANT SELECT, INSERT, UPDATE ON platform.address_change TO ${platform.role};
