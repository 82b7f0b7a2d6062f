--liquibase formatted sql

--changeset cloisonne:platform-15-provisioning-reminder
--comment: How many days ahead it was last said that a directory's token ends.
ALTER TABLE platform.provisioning_token ADD COLUMN reminded integer;
CREATE INDEX provisioning_token_ending ON platform.provisioning_token (expires_at);
