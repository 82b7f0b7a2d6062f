--liquibase formatted sql

--changeset cloisonne:platform-08b-invited-activation
--comment: An invitation asks for an account, for an address that has none; it closes with the invitation.
ALTER TABLE platform.activation ADD COLUMN closes_at timestamptz;
ALTER TABLE platform.invitation ADD COLUMN activation_id uuid REFERENCES platform.activation;
CREATE UNIQUE INDEX invitation_of_activation ON platform.invitation (activation_id);
