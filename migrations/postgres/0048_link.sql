-- Every kind of link that works without a sign-in, in one table (SEC-13 to SEC-16, INV-6). Before, each of six had its own. What
-- a kind keeps besides stands in its own table, in a row with the link's id: no token, no date.
CREATE TABLE link (
    id UUID NOT NULL PRIMARY KEY,
    firm_id UUID NOT NULL REFERENCES firm (id),
    -- What it opens: invitation, staff_invitation, reset, sign_in, stop_change, undo_change.
    kind TEXT NOT NULL,
    -- What it is about, by its kind: the login, the change; an invitation is about itself.
    of_id UUID NOT NULL,
    -- The mailbox that it was mailed to, if that is known.
    email_norm TEXT,
    token_hash BYTEA NOT NULL UNIQUE,
    -- Which mail brings it, where somebody hears when that is refused for good.
    mail_id UUID,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    superseded_at BIGINT,
    revoked_at BIGINT,
    -- When it was told that it expired unused.
    expiry_told_at BIGINT
);

-- With their ids, instants and hashes: whoever holds a link goes on. Links of the banner in a notification (INV-9), of which an
-- address could have several beside its invitation, give way to that one or to the newest: their page offers another.
INSERT INTO link (id, firm_id, kind, of_id, email_norm, token_hash, mail_id, created_at, expires_at, used_at, superseded_at,
    revoked_at, expiry_told_at)
SELECT id, firm_id, 'invitation', id, email_norm, token_hash, mail_id, created_at, expires_at, accepted_at,
    CASE WHEN banner AND accepted_at IS NULL AND superseded_at IS NULL AND revoked_at IS NULL AND EXISTS (
        SELECT 1 FROM invitation o WHERE o.firm_id = invitation.firm_id AND o.email_norm = invitation.email_norm
            AND o.accepted_at IS NULL AND o.superseded_at IS NULL AND o.revoked_at IS NULL
            AND (NOT o.banner OR o.id > invitation.id))
    THEN created_at ELSE superseded_at END,
    revoked_at, expiry_told_at FROM invitation;
INSERT INTO link (id, firm_id, kind, of_id, email_norm, token_hash, created_at, expires_at, used_at, superseded_at, revoked_at)
SELECT id, firm_id, 'staff_invitation', id, email_norm, token_hash, created_at, expires_at, accepted_at, superseded_at,
    revoked_at FROM staff_invitation;
INSERT INTO link (id, firm_id, kind, of_id, token_hash, mail_id, created_at, expires_at, used_at, superseded_at)
SELECT id, firm_id, 'reset', user_id, token_hash, mail_id, created_at, expires_at, used_at, superseded_at FROM password_reset;
INSERT INTO link (id, firm_id, kind, of_id, token_hash, created_at, expires_at, used_at)
SELECT id, firm_id, 'sign_in', user_id, token_hash, created_at, expires_at, used_at FROM sign_in_link;
-- Whether a change was stopped, and by whom, the change itself says.
INSERT INTO link (id, firm_id, kind, of_id, email_norm, token_hash, created_at, expires_at)
SELECT id, firm_id, 'stop_change', id, old_norm, stop_hash, created_at, expires_at FROM address_change;
INSERT INTO link (id, firm_id, kind, of_id, email_norm, token_hash, created_at, expires_at)
SELECT id, firm_id, 'undo_change', id, old_norm, stop_hash, changed_at, stop_until FROM own_address_change
WHERE stop_hash IS NOT NULL AND stop_until IS NOT NULL AND changed_at IS NOT NULL;

DROP TRIGGER standing_of_new_invitation ON invitation;
DROP TRIGGER standing_of_invitation ON invitation;
DROP VIEW open_invitation;
ALTER TABLE invitation DROP COLUMN email_norm, DROP COLUMN token_hash, DROP COLUMN created_at, DROP COLUMN expires_at,
    DROP COLUMN opened_at, DROP COLUMN accepted_at, DROP COLUMN superseded_at, DROP COLUMN revoked_at, DROP COLUMN banner,
    DROP COLUMN mail_id, DROP COLUMN expiry_told_at;
ALTER TABLE staff_invitation DROP COLUMN email_norm, DROP COLUMN token_hash, DROP COLUMN created_at, DROP COLUMN expires_at,
    DROP COLUMN accepted_at, DROP COLUMN superseded_at, DROP COLUMN revoked_at;
ALTER TABLE password_reset DROP COLUMN user_id, DROP COLUMN token_hash, DROP COLUMN created_at, DROP COLUMN expires_at,
    DROP COLUMN used_at, DROP COLUMN superseded_at, DROP COLUMN mail_id;
ALTER TABLE address_change DROP COLUMN stop_hash;
ALTER TABLE own_address_change DROP COLUMN stop_hash, DROP COLUMN stop_until;
DROP TABLE sign_in_link;

CREATE INDEX link_of ON link (of_id, kind, id);
CREATE INDEX link_of_address ON link (email_norm, kind, id) WHERE email_norm IS NOT NULL;
CREATE INDEX link_of_mail ON link (mail_id, firm_id) WHERE mail_id IS NOT NULL;
-- At most one invitation of an address is open, also when two people press Send at once (INV-6).
CREATE UNIQUE INDEX one_open_invitation_link ON link (firm_id, email_norm)
    WHERE kind = 'invitation' AND used_at IS NULL AND superseded_at IS NULL AND revoked_at IS NULL;
CREATE UNIQUE INDEX one_open_staff_invitation_link ON link (firm_id, email_norm)
    WHERE kind = 'staff_invitation' AND used_at IS NULL AND superseded_at IS NULL AND revoked_at IS NULL;
-- With all that the worker's list needs.
CREATE INDEX link_untold ON link (kind, expires_at, id, firm_id)
    WHERE expiry_told_at IS NULL AND used_at IS NULL AND superseded_at IS NULL AND revoked_at IS NULL;

-- The invitation of an address that nothing has ended: mailed, and neither accepted, nor followed by a newer one, nor taken
-- back; of an address there is one at most. `failed`: its mail was refused for good. `told`: when it ends, and whether its mail
-- failed, as access_state::OpenInvitation reads it.
CREATE VIEW open_invitation AS
SELECT v.id, v.firm_id, v.email_norm, v.mail_id, (SELECT i.invited_by FROM invitation i WHERE i.id = v.id) AS invited_by,
    v.created_at, v.expires_at,
    EXISTS (SELECT 1 FROM outbox m WHERE m.id = v.mail_id AND m.state = 'failed') AS failed,
    CAST(v.expires_at AS TEXT) || CASE WHEN EXISTS (
        SELECT 1 FROM outbox m WHERE m.id = v.mail_id AND m.state = 'failed') THEN ' 1' ELSE ' 0' END AS told
FROM link v
WHERE v.kind = 'invitation' AND v.used_at IS NULL AND v.superseded_at IS NULL AND v.revoked_at IS NULL;

CREATE CONSTRAINT TRIGGER standing_of_new_invitation AFTER INSERT ON link
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.kind = 'invitation')
    EXECUTE FUNCTION owner_stands_anew();

CREATE CONSTRAINT TRIGGER standing_of_invitation
    AFTER UPDATE OF used_at, superseded_at, revoked_at, expires_at, email_norm ON link
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.kind = 'invitation')
    EXECUTE FUNCTION owner_stands_anew();

CREATE OR REPLACE FUNCTION mail_stands_anew() RETURNS TRIGGER AS $$
BEGIN
    PERFORM address_stands_anew(v.firm_id, ARRAY[v.email_norm]) FROM link v
    WHERE v.mail_id = NEW.id AND v.kind = 'invitation';
    RETURN NULL;
END $$ LANGUAGE plpgsql;

-- Whoever holds nothing but a link of a banner counts as invited from here on: no invitation is of another sort any more.
UPDATE link SET expires_at = expires_at
WHERE kind = 'invitation' AND mail_id IS NULL AND used_at IS NULL AND superseded_at IS NULL AND revoked_at IS NULL;
