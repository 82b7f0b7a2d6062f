--liquibase formatted sql

--changeset cloisonne:platform-12d-provider-view
--comment: What a firm's provider says of a colleague, for that firm alone; it goes with the membership.
CREATE TABLE platform.provider_view (
  firm_id     uuid NOT NULL,
  user_id     uuid NOT NULL,
  provider_id uuid NOT NULL,
  given_name  varchar(100) NOT NULL,
  family_name varchar(100) NOT NULL,
  email       varchar(254) NOT NULL,
  seen_at     timestamptz NOT NULL,
  PRIMARY KEY (firm_id, user_id),
  FOREIGN KEY (firm_id, user_id) REFERENCES platform.firm_member (firm_id, user_id) ON DELETE CASCADE
);
CREATE INDEX provider_view_of ON platform.provider_view (provider_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.provider_view TO ${platform.role};
