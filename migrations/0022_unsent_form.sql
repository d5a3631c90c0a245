-- What somebody had typed when their session ended, sealed, until they are back (ux.md, check 15).
CREATE TABLE unsent_form (
    id UUID NOT NULL PRIMARY KEY,
    firm_id UUID NOT NULL REFERENCES firm (id),
    user_id UUID NOT NULL REFERENCES portal_user (id),
    page TEXT NOT NULL,
    sealed BYTEA NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX unsent_form_by_user ON unsent_form (firm_id, user_id, created_at);
CREATE INDEX unsent_form_by_age ON unsent_form (created_at);
