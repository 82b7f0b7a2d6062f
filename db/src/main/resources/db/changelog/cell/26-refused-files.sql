--liquibase formatted sql

--changeset cloisonne:cell-26-drop-refused-files splitStatements:false
--comment: The one way in which bytes go: only those whose time is over, by the database's own clock.
CREATE FUNCTION cell.drop_refused_files()
  RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  acting text := current_setting('role');
  dropped integer;
BEGIN
  PERFORM cell.acting_tenant();
  EXECUTE format('DELETE FROM %1$I.file_piece p USING %1$I.deposit_document d'
    || ' WHERE d.id = p.document_id AND d.kept_until <= now()', acting);
  EXECUTE format('UPDATE %1$I.deposit_document SET kept_until = NULL WHERE kept_until <= now()', acting);
  GET DIAGNOSTICS dropped = ROW_COUNT;
  RETURN dropped;
END
$$;

--changeset cloisonne:cell-26-tenant-functions
INSERT INTO cell.tenant_function VALUES ('cell.drop_refused_files()');
