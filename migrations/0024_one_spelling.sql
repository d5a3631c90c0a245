-- Data that SQL alone cannot bring up to date is brought up to date once, after the schema (platform::db::respell).
CREATE TABLE data_migration (
    name TEXT NOT NULL PRIMARY KEY,
    done_at BIGINT NOT NULL,
    -- What it changed, and what it had to leave.
    changed BIGINT NOT NULL,
    kept BIGINT NOT NULL
);
-- Where nothing is stored yet there is nothing to do.
INSERT INTO data_migration (name, done_at, changed, kept)
    SELECT 'one_spelling', 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM firm);
