-- Who signed in, or tried to, as far as it concerns the company of the transaction: from the day a member joined until
-- the day he left. The members' own lives before and after are none of its business.

ALTER TABLE memberships ADD COLUMN joined_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE memberships ADD COLUMN left_at timestamptz;
UPDATE memberships m SET joined_at = u.made_at FROM users u WHERE u.id = m.id;
UPDATE memberships SET left_at = now() WHERE NOT active;
ALTER TABLE memberships ADD CHECK (active = (left_at IS NULL));

CREATE VIEW company_sign_ins WITH (security_barrier) AS
SELECT m.company_id, s.id, s.at, s.user_id, u.username, u.name, s.address, s.outcome
FROM memberships m
JOIN users u ON u.id = m.id
JOIN sign_ins s ON s.user_id = m.id AND s.at >= m.joined_at AND (m.left_at IS NULL OR s.at < m.left_at)
WHERE m.company_id = erp_company();
