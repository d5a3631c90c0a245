-- Which master key the installation seals with: the row with the highest ordinal. Ids only, four bytes that tell nothing of
-- the key. A node that does not have the key does not start. The rows also are the record of every rotation (SEC-76, SEC-78).
CREATE TABLE master_key (
    ordinal BIGINT NOT NULL PRIMARY KEY,
    key_id BYTEA NOT NULL,
    since BIGINT NOT NULL
);

-- Made by the demo, with a password that everybody knows. `serve --demo` shows every mail and takes no other firm's.
ALTER TABLE firm ADD COLUMN demo BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE firm SET demo = TRUE
WHERE name = 'Weber & Partner' AND email = 'kanzlei@weber.example' AND EXISTS (
    SELECT 1 FROM portal_user u WHERE u.firm_id = firm.id AND u.email_norm = 'eva@weber.example');
