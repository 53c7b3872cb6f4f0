-- The audit log is read latest first: all of it, of one kind of record, of one record, of one person.

CREATE INDEX audit_log_at ON audit_log (company_id, at, id);
DROP INDEX audit_log_record;
CREATE INDEX audit_log_record ON audit_log (company_id, record_id, at, id);
CREATE INDEX audit_log_type ON audit_log (company_id, record_type, at, id);
DROP INDEX audit_log_actor;
CREATE INDEX audit_log_actor ON audit_log (company_id, actor_id, at, id);
