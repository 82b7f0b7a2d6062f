-- What a database administrator runs once, as a superuser, in the database that Cloisonné will use.
-- The product itself never has more than what is granted here. It may be run again at any time.
--
-- Say before it, in the same session:
--   SET cloisonne.instance = 'prod';            -- [a-z0-9]{1,16}, in every role's name
--   SET cloisonne.cell = 'main';                -- name of the cell that this database holds
--   SET cloisonne.password_provision = '…';     -- and likewise _platform, _gate, _work
--
-- On PostgreSQL 15 give the instance a server of its own: CREATEROLE there reaches every role of
-- the server that is not a superuser.

DO $$
DECLARE
  instance text := current_setting('cloisonne.instance');
  cell text := current_setting('cloisonne.cell');
  prefix text := 'cloisonne_' || instance || '_';
  owner text := prefix || 'owner';
  provision text := prefix || 'provision';
  platform text := prefix || 'platform';
  gate text := prefix || 'gate_' || cell;
  work text := prefix || 'work_' || cell;
  name text;
BEGIN
  IF instance !~ '^[a-z0-9]{1,16}$' OR cell !~ '^[a-z0-9]{1,16}$' THEN
    RAISE EXCEPTION 'cloisonne.instance and cloisonne.cell take [a-z0-9]{1,16}';
  END IF;

  FOREACH name IN ARRAY ARRAY[owner, provision, platform, gate, work] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = name) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', name);
    END IF;
  END LOOP;

  EXECUTE format('ALTER ROLE %I NOLOGIN NOINHERIT', owner);
  EXECUTE format('ALTER ROLE %I LOGIN CREATEROLE PASSWORD %L', provision, current_setting('cloisonne.password_provision'));
  EXECUTE format('ALTER ROLE %I LOGIN PASSWORD %L', platform, current_setting('cloisonne.password_platform'));
  EXECUTE format('ALTER ROLE %I LOGIN NOINHERIT PASSWORD %L', gate, current_setting('cloisonne.password_gate'));
  EXECUTE format('ALTER ROLE %I LOGIN PASSWORD %L', work, current_setting('cloisonne.password_work'));
  EXECUTE format('ALTER ROLE %I SET search_path = "$user"', gate);
  EXECUTE format('ALTER ROLE %I SET search_path = pg_catalog', work);
  EXECUTE format('ALTER ROLE %I SET search_path = pg_catalog', platform);
  EXECUTE format('GRANT %I TO %I', owner, provision);

  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I, %I, %I, %I', current_database(), provision, platform, gate, work);
  EXECUTE format('GRANT CREATE ON DATABASE %I TO %I, %I', current_database(), owner, provision);
  EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC', owner);
END
$$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;

-- Search without accents, and by parts of words.
CREATE SCHEMA IF NOT EXISTS extensions;
GRANT USAGE ON SCHEMA extensions TO PUBLIC;
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA extensions;
CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA extensions;

-- unaccent() depends on a dictionary and is not immutable; named with its dictionary it is, and an
-- index may use it.
CREATE OR REPLACE FUNCTION extensions.plain(text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(extensions.unaccent('extensions.unaccent', $1));
