--liquibase formatted sql

--changeset cloisonne:platform-17-proof
--comment: When the person of a session last showed who they are; the word of a firm's provider is no such proof.
ALTER TABLE platform.signed_in ADD COLUMN proof_at timestamptz;
