-- Domains of recipients over whom the mail server said something that speaks of us, or nothing, since it last took a mail.
-- One of them may be a recipient's own matter, several in a row are the firm's trouble: `mail_health.silent` counts them.
CREATE TABLE mail_suspect (
    scope TEXT NOT NULL,
    domain TEXT NOT NULL,
    PRIMARY KEY (scope, domain)
);
UPDATE mail_health SET silent = 0;
