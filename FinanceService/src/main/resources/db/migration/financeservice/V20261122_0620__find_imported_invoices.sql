-- Importing asks which foreign numbers are there already, so that the same file twice adds nothing.
CREATE INDEX invoices_external_reference ON invoices (company_id, external_reference)
    WHERE external_reference IS NOT NULL;

-- An issued invoice without a number is still in the hands of the transaction that issues it; what it gets there at the
-- end, with the series held, must not cost a comparison of the whole row.
CREATE OR REPLACE FUNCTION invoices_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION USING ERRCODE = 'ER001', MESSAGE = 'invoice.immutable',
            DETAIL = 'An invoice is cancelled or credited, never deleted.';
    END IF;
    IF OLD.status <> NEW.status AND NOT (OLD.status, NEW.status) IN (
            ('DRAFT', 'ISSUED'), ('DRAFT', 'CANCELLED'),
            ('ISSUED', 'OVERDUE'), ('ISSUED', 'PAID'), ('ISSUED', 'CREDITED'),
            ('OVERDUE', 'ISSUED'), ('OVERDUE', 'PAID'), ('OVERDUE', 'CREDITED'),
            ('PAID', 'ISSUED'), ('PAID', 'OVERDUE'), ('CREDITED', 'ISSUED'), ('CREDITED', 'OVERDUE')) THEN
        RAISE EXCEPTION USING ERRCODE = 'ER001', MESSAGE = 'invoice.transition',
            DETAIL = format('A %s invoice cannot become %s.', OLD.status, NEW.status);
    END IF;
    IF OLD.status <> 'CANCELLED' AND OLD.number IS NULL THEN
        RETURN NEW;
    END IF;
    IF to_jsonb(OLD) - '{status,settled,credited,next_due_date,version,gross_milli,search_text}'::text[]
            IS DISTINCT FROM
            to_jsonb(NEW) - '{status,settled,credited,next_due_date,version,gross_milli,search_text}'::text[]
       OR OLD.status = 'CANCELLED' THEN
        RAISE EXCEPTION USING ERRCODE = 'ER001', MESSAGE = 'invoice.immutable',
            DETAIL = 'An issued invoice does not change; a credit note corrects it.';
    END IF;
    RETURN NEW;
END $$;
