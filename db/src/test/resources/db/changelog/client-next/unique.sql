--liquibase formatted sql

--changeset cloisonne:client-next-unique labels:contract
CREATE UNIQUE INDEX head_of_hash ON chain_head (hash);
