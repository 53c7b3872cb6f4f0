-- The application's working role, and what it may do. Run after every migration, so that new tables are included; only
-- by an owner, since a user without DDL has nothing to grant.
DO $$
BEGIN
    IF NOT (SELECT pg_has_role(current_user, relowner, 'USAGE') FROM pg_class WHERE oid = 'audit_log'::regclass) THEN
        RETURN;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'erp_app') THEN
        CREATE ROLE erp_app NOLOGIN;
    END IF;
    IF NOT pg_has_role(current_user, 'erp_app', 'MEMBER') THEN
        EXECUTE format('GRANT erp_app TO %I', current_user);
    END IF;
    GRANT USAGE ON SCHEMA public TO erp_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO erp_app;
    IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'erp_user') THEN
        GRANT USAGE ON SCHEMA public TO erp_user;
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO erp_user;
    END IF;
END $$;
