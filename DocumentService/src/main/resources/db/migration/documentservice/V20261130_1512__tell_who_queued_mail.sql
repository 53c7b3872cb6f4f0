-- Who sent an e-mail is told when it comes back. Of those that are older nobody is known but by name.

ALTER TABLE mails ADD COLUMN queued_by_id uuid;
