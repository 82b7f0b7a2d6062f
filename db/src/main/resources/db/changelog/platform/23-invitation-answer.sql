--liquibase formatted sql

--changeset cloisonne:platform-23-invitation-answer
--comment: Whoever is invited can say no, which also withdraws it, and ask for one anew whose time is over.
ALTER TABLE platform.invitation
  ADD COLUMN declined_at timestamptz,
  ADD COLUMN wanted_at timestamptz,
  ADD CHECK (declined_at IS NULL OR withdrawn_at IS NOT NULL);
