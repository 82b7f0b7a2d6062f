--liquibase formatted sql

--changeset cloisonne:platform-21-domain-watch
--comment: When a domain's zone was last looked at, since when its proof is gone from there, how long before the end that was said, and when the proof counted no more.
ALTER TABLE platform.mail_domain ADD COLUMN looked_at timestamptz;
ALTER TABLE platform.mail_domain ADD COLUMN missing_since timestamptz;
ALTER TABLE platform.mail_domain ADD COLUMN warned_again boolean NOT NULL DEFAULT false;
ALTER TABLE platform.mail_domain ADD COLUMN lapsed_at timestamptz;
CREATE INDEX mail_domain_watched ON platform.mail_domain (looked_at NULLS FIRST)
  WHERE proof = 'DNS' AND withdrawn_at IS NULL;
