-- What a search looks in, kept in the transaction that changes an account or a contact (clients::search), made anew by
-- `portico index`. `id` grows with what is newest.
CREATE TABLE search_doc (
    id INTEGER NOT NULL PRIMARY KEY,
    firm_id UUID NOT NULL REFERENCES firm (id),
    -- a: an account, z: an archived one, c: a contact.
    kind TEXT NOT NULL,
    entity_id UUID NOT NULL UNIQUE,
    -- The order of its list.
    sort_key TEXT NOT NULL,
    -- The name in one spelling, for names that begin with what was typed.
    lead TEXT NOT NULL,
    -- The short id, and the number in it.
    exact TEXT,
    number BIGINT,
    -- All words, a space before and after each.
    hay TEXT NOT NULL
);
CREATE INDEX search_by_lead ON search_doc (firm_id, kind, lead, id);
CREATE INDEX search_by_exact ON search_doc (exact, firm_id, kind) WHERE exact IS NOT NULL;
CREATE INDEX search_by_number ON search_doc (number, firm_id, kind) WHERE number IS NOT NULL;

-- Beginnings of words and three letters of them at a time; rowid is 2^40 less the document's id: the newest first.
CREATE VIRTUAL TABLE search_gram USING fts5 (
    grams, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);

-- How far the index was made (portico index).
CREATE TABLE search_built (
    what TEXT NOT NULL PRIMARY KEY,
    up_to UUID NOT NULL
);
-- Where nothing is stored yet there is nothing to do.
INSERT INTO data_migration (name, done_at, changed, kept)
    SELECT 'search_index', 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM firm);
