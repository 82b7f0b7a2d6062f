--liquibase formatted sql

--changeset cloisonne:platform-13-signed-in-linked
--comment: A session opened by a password with which an identity was linked is known at its provider too.
ALTER TABLE platform.signed_in DROP CONSTRAINT signed_in_check;
ALTER TABLE platform.signed_in ADD CONSTRAINT signed_in_identity CHECK (
  (issuer IS NULL) = (sub IS NULL) AND (issuer IS NULL) = (provider IS NULL)
  AND (way <> 'provider' OR issuer IS NOT NULL));
