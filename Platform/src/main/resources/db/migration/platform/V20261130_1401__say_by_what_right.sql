-- By which permission a thing was done, and who really did it where one stood in for another.

ALTER TABLE audit_log ADD COLUMN permission text,
                      ADD COLUMN real_actor_id uuid,
                      ADD COLUMN real_actor_name text;
CREATE INDEX audit_log_real_actor ON audit_log (company_id, real_actor_id, at, id) WHERE real_actor_id IS NOT NULL;
