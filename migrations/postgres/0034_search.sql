-- What a search looks in, kept in the transaction that changes an account or a contact (clients::search), made anew by
-- `portico index`. `id` grows with what is newest.
CREATE TABLE search_doc (
    -- Has no index of its own, by which the newest of all kinds would be looked through for those of one.
    id BIGINT NOT NULL GENERATED ALWAYS AS IDENTITY,
    firm_id UUID NOT NULL REFERENCES firm (id),
    -- a: an account, z: an archived one, c: a contact.
    kind TEXT NOT NULL,
    entity_id UUID NOT NULL PRIMARY KEY,
    -- The order of its list.
    sort_key TEXT NOT NULL,
    -- The name in one spelling, for names that begin with what was typed: compared by bytes, whatever the database's rules.
    lead TEXT COLLATE "C" NOT NULL,
    -- The short id, and the number in it.
    exact TEXT,
    number BIGINT,
    -- All words, a space before and after each.
    hay TEXT NOT NULL,
    -- Beginnings of words and three letters of them at a time, each as a number.
    grams INT[] NOT NULL
);
CREATE INDEX search_by_lead ON search_doc (firm_id, kind, lead, id);
CREATE INDEX search_by_exact ON search_doc (exact, firm_id, kind) WHERE exact IS NOT NULL;
CREATE INDEX search_by_number ON search_doc (number, firm_id, kind) WHERE number IS NOT NULL;
CREATE INDEX search_newest ON search_doc (firm_id, kind, id);
CREATE INDEX search_by_gram ON search_doc USING gin (grams) WITH (fastupdate = off);
-- Which plan is right does not depend on how frequent a gram is.
ALTER TABLE search_doc ALTER COLUMN grams SET STATISTICS 0;

-- How far the index was made (portico index).
CREATE TABLE search_built (
    what TEXT NOT NULL PRIMARY KEY,
    up_to UUID NOT NULL
);
-- Where nothing is stored yet there is nothing to do.
INSERT INTO data_migration (name, done_at, changed, kept)
    SELECT 'search_index', 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM firm);
