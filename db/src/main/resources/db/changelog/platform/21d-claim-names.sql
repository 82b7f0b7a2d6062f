--liquibase formatted sql

--changeset cloisonne:platform-21-claim-names
--comment: Names of claims may be paths to them, or addresses of a name space.
ALTER TABLE platform.identity_provider ALTER COLUMN claim_given TYPE varchar(200);
ALTER TABLE platform.identity_provider ALTER COLUMN claim_family TYPE varchar(200);
ALTER TABLE platform.identity_provider ALTER COLUMN claim_email TYPE varchar(200);
ALTER TABLE platform.identity_provider ALTER COLUMN claim_groups TYPE varchar(200);
