--liquibase formatted sql

--changeset cloisonne:client-next-contract labels:contract
ALTER TABLE deposit DROP COLUMN on_behalf;
