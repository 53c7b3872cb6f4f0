-- How a daily job went in a company: when it last succeeded and how long that took, when it last failed, and where.
ALTER TABLE job_marks
    ADD COLUMN ended_at  timestamptz,
    ADD COLUMN seconds   numeric(12, 3),
    ADD COLUMN failed_at timestamptz,
    ADD COLUMN instance  text;
