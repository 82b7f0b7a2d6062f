--liquibase formatted sql

--changeset cloisonne:platform-06-audit-by-time
--comment: The journal is read by time, newest first, a page at a time.
CREATE INDEX audit_by_time ON platform.audit (chain, at DESC, n DESC);
