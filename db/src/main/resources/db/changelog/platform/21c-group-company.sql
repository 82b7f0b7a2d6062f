--liquibase formatted sql

--changeset cloisonne:platform-21-group-company
--comment: What a group gives over a single client company. In a table of its own: code of the release before, which knows firm and portfolio alone, would take it for the whole firm.
CREATE TABLE platform.provisioned_group_company (
  id        uuid PRIMARY KEY,
  group_id  uuid NOT NULL REFERENCES platform.provisioned_group,
  firm_id   uuid NOT NULL REFERENCES platform.firm,
  tenant_id uuid NOT NULL REFERENCES platform.client_company,
  profile   varchar(20) NOT NULL REFERENCES platform.profile,
  armed     boolean NOT NULL,
  given_by  uuid NOT NULL REFERENCES platform.user_account
);
CREATE UNIQUE INDEX provisioned_group_company_once ON platform.provisioned_group_company
  (group_id, tenant_id, profile);
CREATE INDEX provisioned_group_company_of ON platform.provisioned_group_company (tenant_id);
CREATE VIEW platform.provisioned_group_gift AS
  SELECT id, group_id, firm_id, NULL::uuid AS tenant_id, portfolio_id, profile, armed
  FROM platform.provisioned_group_right
  UNION ALL
  SELECT id, group_id, firm_id, tenant_id, NULL::uuid, profile, armed
  FROM platform.provisioned_group_company;
GRANT SELECT, INSERT, DELETE ON platform.provisioned_group_company TO ${platform.role};
GRANT SELECT ON platform.provisioned_group_gift TO ${platform.role};

--changeset cloisonne:platform-21-claim-path
--comment: A claim inside another is named by the path to it, and one of a name space by its address.
ALTER TABLE platform.provisioned_group ALTER COLUMN claim TYPE varchar(200);
