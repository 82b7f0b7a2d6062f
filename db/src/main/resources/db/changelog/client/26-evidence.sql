--liquibase formatted sql

--changeset cloisonne:client-26-evidence labels:contract
--comment: What was handed in is evidence: it is written once; bytes go by cell.drop_refused_files alone.
REVOKE DELETE ON file_piece FROM ${tenant.role};
REVOKE UPDATE ON deposit_document FROM ${tenant.role};
REVOKE UPDATE ON deposit FROM ${tenant.role};
