--liquibase formatted sql

--changeset cloisonne:client-11-in-place
CREATE INDEX audit_in_place ON audit (chain, on_behalf, n) WHERE on_behalf IS NOT NULL;
