--liquibase formatted sql

--changeset cloisonne:client-next-broken
ALTER TABLE deposit ADD COLUMN channel varchar(20);
ALTER TABLE of_nobody ADD COLUMN channel varchar(20);
