-- Comments are said for good; but what people say of a party goes with what else is known of him, when it is erased.
DROP TRIGGER append_only ON comments;
CREATE FUNCTION comments_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND current_setting('erp.erases', true) = 'yes' THEN RETURN OLD; END IF;
    RAISE EXCEPTION USING ERRCODE = 'ER001', MESSAGE = 'record.immutable',
        DETAIL = 'Rows of comments are never changed or deleted.';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON comments
    FOR EACH ROW EXECUTE FUNCTION comments_refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON comments FOR EACH STATEMENT EXECUTE FUNCTION erp_refuse_change();

-- Erases what was said of a record of the transaction's company, and answers the ids of it.
CREATE FUNCTION comments_erase(about uuid) RETURNS SETOF uuid LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('erp.erases', 'yes', true);
    RETURN QUERY DELETE FROM comments c WHERE c.company_id = erp_company() AND c.record_id = about RETURNING c.id;
    PERFORM set_config('erp.erases', '', true);
END $$;
