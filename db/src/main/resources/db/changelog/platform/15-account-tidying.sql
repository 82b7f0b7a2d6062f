--liquibase formatted sql

--changeset cloisonne:platform-15-account-tidying
--comment: What is over for long is taken away, found by an index.
CREATE INDEX mail_link_over ON platform.mail_link (expires_at);
CREATE INDEX way_in_by_time ON platform.way_in (asked_at);
CREATE INDEX activation_by_time ON platform.activation (asked_at);
CREATE INDEX address_change_by_time ON platform.address_change (asked_at);
CREATE INDEX firm_request_of_registration ON platform.firm_request (activation_id);
GRANT DELETE ON platform.mail_link, platform.way_in, platform.activation, platform.address_change,
  platform.registration TO ${platform.role};
