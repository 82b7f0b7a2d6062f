--liquibase formatted sql

--changeset cloisonne:platform-28-company-made
--comment: How many companies a firm took on lately.
CREATE INDEX client_company_made ON platform.client_company (holder_firm_id, created_at);
