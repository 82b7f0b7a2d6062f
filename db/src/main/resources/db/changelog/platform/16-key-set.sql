--liquibase formatted sql

--changeset cloisonne:platform-16-key-set
--comment: Signing keys lie in sets that never stand for one another. By the table's former name the code of the release before sees the issuer's set alone; that view goes a release later.
ALTER TABLE platform.signing_key RENAME TO signature_key;
ALTER TABLE platform.signature_key ADD COLUMN key_set varchar(60) NOT NULL DEFAULT 'issuer';
ALTER TABLE platform.signature_key DROP CONSTRAINT signing_key_algorithm_active_from_key;
ALTER TABLE platform.signature_key ADD UNIQUE (key_set, algorithm, active_from);
CREATE VIEW platform.signing_key AS
  SELECT kid, algorithm, sealed, active_from, created_at
  FROM platform.signature_key WHERE key_set = 'issuer';
GRANT SELECT, INSERT, DELETE ON platform.signing_key TO ${platform.role};

--changeset cloisonne:platform-16-provider-by-key
--comment: Where a key of ours proves us to a provider, no secret is kept.
ALTER TABLE platform.identity_provider DROP CONSTRAINT identity_provider_authentication_check;
ALTER TABLE platform.identity_provider ADD CONSTRAINT identity_provider_authentication_check
  CHECK (authentication IN ('POST', 'BASIC', 'PRIVATE_KEY'));
ALTER TABLE platform.identity_provider ALTER COLUMN secret DROP NOT NULL;
ALTER TABLE platform.identity_provider ADD CONSTRAINT identity_provider_secret_or_key
  CHECK ((authentication = 'PRIVATE_KEY') = (secret IS NULL));
CREATE INDEX identity_provider_by_key ON platform.identity_provider (firm_id)
  WHERE authentication = 'PRIVATE_KEY';
