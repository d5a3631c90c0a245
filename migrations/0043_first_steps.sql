-- Whether the list of first steps is over: all were taken, or somebody put it away.
ALTER TABLE firm ADD COLUMN first_steps_over BOOLEAN NOT NULL DEFAULT FALSE;
-- When a test mail last left.
ALTER TABLE firm ADD COLUMN mail_tested_at BIGINT;
-- Who works with accounts already is past the first steps.
UPDATE firm SET first_steps_over = TRUE WHERE EXISTS (SELECT 1 FROM account a WHERE a.firm_id = firm.id);
