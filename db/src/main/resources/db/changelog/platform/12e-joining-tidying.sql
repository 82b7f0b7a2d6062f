--liquibase formatted sql

--changeset cloisonne:platform-12e-joining-tidying
--comment: What was asked for in vain goes in time; a directory's person stays when the account's request goes.
ALTER TABLE platform.provisioned_person DROP CONSTRAINT provisioned_person_activation_id_fkey;
ALTER TABLE platform.provisioned_person ADD CONSTRAINT provisioned_person_activation_id_fkey
  FOREIGN KEY (activation_id) REFERENCES platform.activation ON DELETE SET NULL;
CREATE INDEX join_request_by_time ON platform.join_request (asked_at);
GRANT DELETE ON platform.join_request TO ${platform.role};
