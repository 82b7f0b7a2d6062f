--liquibase formatted sql

--changeset cloisonne:cell-27-client-version
--comment: The versions of the tenants' schemas that a node has brought here; it tells older nodes whether they may still work on them.
CREATE TABLE cell.client_version (
  label     varchar(64) PRIMARY KEY,
  number    integer NOT NULL,
  open_from integer NOT NULL,
  canary    varchar(15),
  canary_at timestamptz,
  known_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ledger_version ON cell.ledger (version, role);
GRANT SELECT ON cell.client_version TO ${work.role};

--changeset cloisonne:cell-27-upgrade-failure
--comment: Tenants that could not be upgraded, or are not what the ledger says; the row goes with its reason.
CREATE TABLE cell.upgrade_failure (
  role      varchar(15) PRIMARY KEY REFERENCES cell.ledger ON DELETE CASCADE,
  label     varchar(64) NOT NULL,
  kind      varchar(10) NOT NULL CHECK (kind IN ('BUSY', 'NO_ROOM', 'CHANGE', 'SHAPE')),
  reason    varchar(500) NOT NULL,
  tries     integer NOT NULL,
  failed_at timestamptz NOT NULL,
  next_at   timestamptz NOT NULL
);
GRANT SELECT ON cell.upgrade_failure TO ${work.role};
