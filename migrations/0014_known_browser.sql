-- A browser that somebody signed in with: its tries are counted apart (SEC-8), and it is no news (SEC-11).
CREATE TABLE known_browser (
    id UUID NOT NULL PRIMARY KEY,
    firm_id UUID NOT NULL REFERENCES firm (id),
    user_id UUID NOT NULL REFERENCES portal_user (id),
    token_hash BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    last_used_at BIGINT NOT NULL,
    UNIQUE (user_id, token_hash)
);
CREATE INDEX known_browser_by_token ON known_browser (firm_id, token_hash);
CREATE INDEX known_browser_by_age ON known_browser (last_used_at);
