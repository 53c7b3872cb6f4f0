-- Two users for the database erp_db, so that the application can change rows and nothing else: erp_owner migrates, and
-- erp_user works. Run it once, as a superuser, in erp_db:
--
--     psql -h localhost -U postgres -d erp_db -f ops/postgres/roles.sql
--
-- then give both a password with psql's \password, which keeps it out of the server's log and out of your history.
-- It may be run again at any time.

DO $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'erp_owner') THEN
        CREATE ROLE erp_owner LOGIN;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'erp_user') THEN
        CREATE ROLE erp_user LOGIN;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'erp_app') THEN
        CREATE ROLE erp_app NOLOGIN;
    END IF;
END $$;

-- Only these two connect. The owner may add the extensions that come with PostgreSQL.
REVOKE ALL ON DATABASE erp_db FROM PUBLIC;
GRANT CONNECT ON DATABASE erp_db TO erp_owner, erp_user;
GRANT CREATE ON DATABASE erp_db TO erp_owner;

-- PostgreSQL 14 lets everybody make tables in public, and whoever makes one owns it.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO erp_owner;
GRANT USAGE ON SCHEMA public TO erp_user;
GRANT erp_app TO erp_owner;

-- Tables of migrations to come as well. Those that exist already are granted by the next migration.
ALTER DEFAULT PRIVILEGES FOR ROLE erp_owner IN SCHEMA public
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO erp_user;
