--liquibase formatted sql

--changeset cloisonne:cell-02-tables
--comment: What the cockpit reads: written in the tenant's own transaction, rebuilt from the tenants at will.
CREATE TABLE cell.tenant_counters (
  tenant_id uuid NOT NULL,
  family    varchar(10) NOT NULL,
  count     integer NOT NULL,
  PRIMARY KEY (tenant_id, family)
);
CREATE TABLE cell.tenant_activity (
  tenant_id    uuid PRIMARY KEY,
  last_deposit timestamptz NOT NULL
);
CREATE TABLE cell.invoice_index (
  tenant_id   uuid NOT NULL,
  invoice_id  uuid NOT NULL,
  number      varchar(35) NOT NULL,
  counterpart varchar(300) NOT NULL,
  issue_date  date NOT NULL,
  due_date    date,
  total       numeric(19,2) NOT NULL,
  currency    varchar(3) NOT NULL,
  status      smallint NOT NULL,
  PRIMARY KEY (tenant_id, invoice_id)
);
CREATE INDEX invoice_index_by_date ON cell.invoice_index (tenant_id, issue_date DESC);
GRANT SELECT ON cell.tenant_counters, cell.tenant_activity, cell.invoice_index TO ${work.role};

--changeset cloisonne:cell-02-second-lock
--comment: Even the work login sees the tenants it names, and none where it names none.
ALTER TABLE cell.tenant_counters ENABLE ROW LEVEL SECURITY;
ALTER TABLE cell.tenant_activity ENABLE ROW LEVEL SECURITY;
ALTER TABLE cell.invoice_index ENABLE ROW LEVEL SECURITY;
CREATE POLICY allowed ON cell.tenant_counters FOR SELECT TO ${work.role}
  USING (tenant_id = ANY (string_to_array(nullif(current_setting('cloisonne.tenants', true), ''), ',')::uuid[]));
CREATE POLICY allowed ON cell.tenant_activity FOR SELECT TO ${work.role}
  USING (tenant_id = ANY (string_to_array(nullif(current_setting('cloisonne.tenants', true), ''), ',')::uuid[]));
CREATE POLICY allowed ON cell.invoice_index FOR SELECT TO ${work.role}
  USING (tenant_id = ANY (string_to_array(nullif(current_setting('cloisonne.tenants', true), ''), ',')::uuid[]));

--changeset cloisonne:cell-02-index-invoice splitStatements:false
CREATE FUNCTION cell.index_invoices(ids uuid[], numbers text[], counterparts text[],
    issue_dates date[], due_dates date[], totals numeric[], currencies text[], statuses smallint[],
    families text[])
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  tenant uuid := cell.acting_tenant();
BEGIN
  INSERT INTO cell.invoice_index
    SELECT tenant, i.* FROM unnest(ids, numbers, counterparts, issue_dates, due_dates, totals,
      currencies, statuses) AS i;
  INSERT INTO cell.tenant_counters AS c (tenant_id, family, count)
    SELECT tenant, f, count(*) FROM unnest(families) AS f GROUP BY f
    ON CONFLICT (tenant_id, family) DO UPDATE SET count = c.count + excluded.count;
END
$$;

--changeset cloisonne:cell-02-note-deposit splitStatements:false
CREATE FUNCTION cell.note_deposit(deposited_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO cell.tenant_activity AS a (tenant_id, last_deposit)
    VALUES (cell.acting_tenant(), deposited_at)
    ON CONFLICT (tenant_id) DO UPDATE SET last_deposit = greatest(a.last_deposit, excluded.last_deposit);
END
$$;

--changeset cloisonne:cell-02-tenant-functions
INSERT INTO cell.tenant_function VALUES
  ('cell.index_invoices(uuid[], text[], text[], date[], date[], numeric[], text[], smallint[], text[])'),
  ('cell.note_deposit(timestamptz)');
