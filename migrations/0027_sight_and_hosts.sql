-- Since when LOGIN is on, so that restricted staff learn of a login only what came after it (ROLE-3). Unknown for rows
-- that are copied from another address: then since the last change.
ALTER TABLE contact_setting ADD COLUMN login_since BIGINT;
UPDATE contact_setting SET login_since = COALESCE(
    (SELECT MAX(a.at) FROM audit_event a WHERE a.firm_id = contact_setting.firm_id
        AND a.subject_id = contact_setting.id AND a.event = 'login_on'),
    changed_at)
    WHERE login;

-- A name with and without 'www.' belongs to one firm. 'bare' is the name without.
CREATE TABLE host_claim (
    bare TEXT NOT NULL PRIMARY KEY,
    firm_id UUID NOT NULL REFERENCES firm (id)
);
-- Two firms that hold such a pair already keep what they have; the name is that of the earlier one.
INSERT INTO host_claim (bare, firm_id)
    SELECT CASE WHEN host LIKE 'www.%' THEN SUBSTR(host, 5) ELSE host END, firm_id FROM firm_host WHERE TRUE
    ORDER BY created_at, host
    ON CONFLICT (bare) DO NOTHING;

-- Names that a firm wants to answer at, until it has shown that they are its own (firm_host holds those that are). Two
-- firms may want the same one; each shows it with a text of its own in the DNS.
CREATE TABLE host_wanted (
    firm_id UUID NOT NULL REFERENCES firm (id),
    host TEXT NOT NULL,
    token TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (firm_id, host)
);
