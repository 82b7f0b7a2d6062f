--liquibase formatted sql

--changeset cloisonne:platform-12c-claim-group
--comment: Who bears a value in a claim of a firm's provider is a group as well; its members are read at each sign-in.
ALTER TABLE platform.provisioned_group ADD COLUMN provider_id uuid;
ALTER TABLE platform.provisioned_group ADD COLUMN claim varchar(60);
ALTER TABLE platform.provisioned_group ADD CHECK ((provider_id IS NULL) = (claim IS NULL));
DROP INDEX platform.provisioned_group_name;
CREATE UNIQUE INDEX provisioned_group_name ON platform.provisioned_group (firm_id, display_key)
  WHERE removed_at IS NULL AND provider_id IS NULL;
CREATE UNIQUE INDEX provisioned_group_claim ON platform.provisioned_group
  (provider_id, claim, display_key) WHERE removed_at IS NULL AND provider_id IS NOT NULL;
