-- A small PNG of each logo for mails, and how large it is shown there, in CSS pixels. Logos from before have none; theirs is
-- drawn when a mail leaves.
ALTER TABLE firm_logo ADD COLUMN mail_png BYTEA;
ALTER TABLE firm_logo ADD COLUMN mail_width BIGINT;
ALTER TABLE firm_logo ADD COLUMN mail_height BIGINT;
