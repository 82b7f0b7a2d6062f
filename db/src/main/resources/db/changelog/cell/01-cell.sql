--liquibase formatted sql

--changeset cloisonne:cell-01-ledger
CREATE TABLE cell.ledger (
  role       varchar(15) PRIMARY KEY,
  tenant_id  uuid NOT NULL UNIQUE,
  attempt_id uuid NOT NULL UNIQUE,
  version    varchar(64) NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT ON cell.ledger TO ${work.role};

--changeset cloisonne:cell-01-tenant-functions
--comment: The functions that every tenant's role may call. A later change inserts its own here.
CREATE TABLE cell.tenant_function (
  signature varchar(300) PRIMARY KEY
);

--changeset cloisonne:cell-01-acting-tenant splitStatements:false
--comment: Only the role tells the tenant: session_user is the gate, and a parameter can be forged.
CREATE FUNCTION cell.acting_tenant() RETURNS uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  acting text := current_setting('role');
  tenant uuid;
BEGIN
  IF acting !~ '^t_[a-z2-7]{13}$' THEN
    RAISE EXCEPTION 'no tenant acts here' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT tenant_id INTO tenant FROM cell.ledger WHERE role = acting;
  IF tenant IS NULL THEN
    RAISE EXCEPTION 'unknown tenant' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN tenant;
END
$$;

--changeset cloisonne:cell-01-outbox
CREATE TABLE cell.outbox (
  id          uuid PRIMARY KEY,
  tenant_id   uuid NOT NULL,
  kind        varchar(80) NOT NULL,
  aggregate   varchar(80) NOT NULL,
  body        jsonb NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX outbox_order ON cell.outbox (tenant_id, aggregate, id);
GRANT SELECT, DELETE ON cell.outbox TO ${work.role};

--changeset cloisonne:cell-01-record-event splitStatements:false
CREATE FUNCTION cell.record_event(event_id uuid, kind text, aggregate text, body jsonb) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO cell.outbox (id, tenant_id, kind, aggregate, body)
  VALUES (event_id, cell.acting_tenant(), kind, aggregate, body)
$$;

--changeset cloisonne:cell-01-record-event-grant
INSERT INTO cell.tenant_function VALUES ('cell.record_event(uuid, text, text, jsonb)');
