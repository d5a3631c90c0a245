-- Every kind of mailed code in one table (AUTH-8 to AUTH-10, SEC-24). Before, sign-ins and changes of one's own address had
-- one each.
CREATE TABLE mailed_code (
    id UUID NOT NULL PRIMARY KEY,
    firm_id UUID NOT NULL REFERENCES firm (id),
    -- What it proves: sign_in, own_address.
    purpose TEXT NOT NULL,
    -- What it belongs to, by its purpose: the session, the change. Codes are deleted before that is.
    of_id UUID NOT NULL,
    -- Over of_id and the code, and over a word of the purpose except for sign-ins, so that moved rows stay true.
    code_hmac BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    voided_at BIGINT
);
CREATE INDEX mailed_code_of ON mailed_code (of_id, id);
CREATE INDEX mailed_code_by_age ON mailed_code (expires_at);

-- With their ids, instants and hashes: whoever holds a code goes on.
INSERT INTO mailed_code (id, firm_id, purpose, of_id, code_hmac, created_at, expires_at, voided_at)
SELECT id, firm_id, 'sign_in', session_id, code_hmac, created_at, expires_at, voided_at FROM sign_in_code;
INSERT INTO mailed_code (id, firm_id, purpose, of_id, code_hmac, created_at, expires_at, voided_at)
SELECT id, firm_id, 'own_address', change_id, code_hmac, created_at, expires_at, NULL FROM own_address_code;
DROP TABLE sign_in_code;
DROP TABLE own_address_code;
