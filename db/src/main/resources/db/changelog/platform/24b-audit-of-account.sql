--liquibase formatted sql

--changeset cloisonne:platform-24-audit-of-account
--comment: A person reads what they did with their account, and what was tried with it, out of the service's chain.
CREATE INDEX audit_of_actor ON platform.audit (actor, at DESC, n DESC)
  WHERE chain = '00000000-0000-0000-0000-000000000000';
CREATE INDEX audit_of_account ON platform.audit ((CAST(details AS json) ->> 'account'), at DESC, n DESC)
  WHERE chain = '00000000-0000-0000-0000-000000000000' AND actor IS NULL AND act LIKE 'signin.%';
