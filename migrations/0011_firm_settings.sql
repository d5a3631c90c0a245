-- What a firm says of itself, how it looks, and the names it answers at (DOM-1 to DOM-5).
ALTER TABLE firm ADD COLUMN address TEXT;
ALTER TABLE firm ADD COLUMN website TEXT;
-- The languages that clients may choose, by tag, separated by spaces; the firm's own is always among them.
ALTER TABLE firm ADD COLUMN languages TEXT NOT NULL DEFAULT 'en de ja';
ALTER TABLE firm ADD COLUMN sender_name TEXT;
ALTER TABLE firm ADD COLUMN reply_to TEXT;
ALTER TABLE firm ADD COLUMN accent TEXT;
ALTER TABLE firm ADD COLUMN sidebar TEXT;
-- The name of the logo in force: a hash of its bytes and its kind.
ALTER TABLE firm ADD COLUMN logo TEXT;
ALTER TABLE firm ADD COLUMN version BIGINT NOT NULL DEFAULT 1;

-- Logos lie in the database, so that every node has them.
CREATE TABLE firm_logo (
    firm_id UUID NOT NULL REFERENCES firm (id),
    name TEXT NOT NULL,
    bytes BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (firm_id, name)
);

-- Every host a firm answers at. firm.host is the main one, which links are made of; the host a firm began with ('home')
-- cannot be removed and always lets people in, the others lead to the main one.
CREATE TABLE firm_host (
    host TEXT NOT NULL PRIMARY KEY,
    firm_id UUID NOT NULL REFERENCES firm (id),
    home BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX host_of_firm ON firm_host (firm_id, host);
INSERT INTO firm_host (host, firm_id, home, created_at) SELECT host, id, TRUE, created_at FROM firm;
