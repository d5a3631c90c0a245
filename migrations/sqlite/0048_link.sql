-- Every kind of link that works without a sign-in, in one table (SEC-13 to SEC-16, INV-6). Before, each of six had its own. What
-- a kind keeps besides stands in its own table, in a row with the link's id: no token, no date.
-- SQLite drops no column that is UNIQUE, so the tables are made anew. Views and triggers follow a table that is renamed.
ALTER TABLE invitation RENAME TO invitation_before;
ALTER TABLE staff_invitation RENAME TO staff_invitation_before;
ALTER TABLE password_reset RENAME TO password_reset_before;
ALTER TABLE address_change RENAME TO address_change_before;
ALTER TABLE own_address_change RENAME TO own_address_change_before;

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
        SELECT 1 FROM invitation_before o WHERE o.firm_id = invitation_before.firm_id AND o.email_norm = invitation_before.email_norm
            AND o.accepted_at IS NULL AND o.superseded_at IS NULL AND o.revoked_at IS NULL
            AND (NOT o.banner OR o.id > invitation_before.id))
    THEN created_at ELSE superseded_at END,
    revoked_at, expiry_told_at FROM invitation_before;
INSERT INTO link (id, firm_id, kind, of_id, email_norm, token_hash, created_at, expires_at, used_at, superseded_at, revoked_at)
SELECT id, firm_id, 'staff_invitation', id, email_norm, token_hash, created_at, expires_at, accepted_at, superseded_at,
    revoked_at FROM staff_invitation_before;
INSERT INTO link (id, firm_id, kind, of_id, token_hash, mail_id, created_at, expires_at, used_at, superseded_at)
SELECT id, firm_id, 'reset', user_id, token_hash, mail_id, created_at, expires_at, used_at, superseded_at FROM password_reset_before;
INSERT INTO link (id, firm_id, kind, of_id, token_hash, created_at, expires_at, used_at)
SELECT id, firm_id, 'sign_in', user_id, token_hash, created_at, expires_at, used_at FROM sign_in_link;
-- Whether a change was stopped, and by whom, the change itself says.
INSERT INTO link (id, firm_id, kind, of_id, email_norm, token_hash, created_at, expires_at)
SELECT id, firm_id, 'stop_change', id, old_norm, stop_hash, created_at, expires_at FROM address_change_before;
INSERT INTO link (id, firm_id, kind, of_id, email_norm, token_hash, created_at, expires_at)
SELECT id, firm_id, 'undo_change', id, old_norm, stop_hash, changed_at, stop_until FROM own_address_change_before
WHERE stop_hash IS NOT NULL AND stop_until IS NOT NULL AND changed_at IS NOT NULL;

CREATE TABLE invitation (
    id UUID NOT NULL PRIMARY KEY,
    firm_id UUID NOT NULL REFERENCES firm (id),
    -- As it was written; its one form for matching is the link's.
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    message TEXT NOT NULL,
    locale TEXT NOT NULL,
    invited_by UUID
);
INSERT INTO invitation (id, firm_id, email, name, message, locale, invited_by)
SELECT id, firm_id, email, name, message, locale, invited_by FROM invitation_before;

CREATE TABLE staff_invitation (
    id UUID NOT NULL PRIMARY KEY,
    firm_id UUID NOT NULL REFERENCES firm (id),
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    rights TEXT NOT NULL,
    locale TEXT NOT NULL,
    invited_by UUID NOT NULL REFERENCES portal_user (id)
);
INSERT INTO staff_invitation (id, firm_id, email, name, role, rights, locale, invited_by)
SELECT id, firm_id, email, name, role, rights, locale, invited_by FROM staff_invitation_before;

CREATE TABLE password_reset (
    id UUID NOT NULL PRIMARY KEY,
    firm_id UUID NOT NULL REFERENCES firm (id),
    sent_by UUID,
    account_code TEXT,
    counted_for TEXT,
    counted_at BIGINT
);
INSERT INTO password_reset (id, firm_id, sent_by, account_code, counted_for, counted_at)
SELECT id, firm_id, sent_by, account_code, counted_for, counted_at FROM password_reset_before;

CREATE TABLE address_change (
    id UUID NOT NULL PRIMARY KEY,
    firm_id UUID NOT NULL REFERENCES firm (id),
    contact_id UUID NOT NULL REFERENCES contact (id),
    -- Rows of contact_email, which this row outlives; so it keeps their addresses as well.
    old_email_id UUID NOT NULL,
    new_email_id UUID NOT NULL,
    old_email TEXT NOT NULL,
    old_norm TEXT NOT NULL,
    new_email TEXT NOT NULL,
    new_norm TEXT NOT NULL,
    -- pending_new, accepted, old_removed, cancelled, expired
    state TEXT NOT NULL,
    begun_by UUID,
    begun_by_name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    settled_at BIGINT,
    remove_at BIGINT,
    kept_at BIGINT
);
INSERT INTO address_change (id, firm_id, contact_id, old_email_id, new_email_id, old_email, old_norm, new_email, new_norm,
    state, begun_by, begun_by_name, created_at, expires_at, settled_at, remove_at, kept_at)
SELECT id, firm_id, contact_id, old_email_id, new_email_id, old_email, old_norm, new_email, new_norm, state, begun_by,
    begun_by_name, created_at, expires_at, settled_at, remove_at, kept_at FROM address_change_before;

CREATE TABLE own_address_change (
    id UUID NOT NULL PRIMARY KEY,
    firm_id UUID NOT NULL REFERENCES firm (id),
    user_id UUID NOT NULL REFERENCES portal_user (id),
    -- The sign-in that asked; its codes count nowhere else.
    session_id UUID NOT NULL,
    old_email TEXT NOT NULL,
    old_norm TEXT NOT NULL,
    new_email TEXT NOT NULL,
    new_norm TEXT NOT NULL,
    -- waiting, done, void, stopped
    state TEXT NOT NULL,
    tries BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT,
    -- The row of contact_email that carries the address, which this row outlives.
    email_id UUID,
    contact_id UUID
);
INSERT INTO own_address_change (id, firm_id, user_id, session_id, old_email, old_norm, new_email, new_norm, state, tries,
    created_at, changed_at, email_id, contact_id)
SELECT id, firm_id, user_id, session_id, old_email, old_norm, new_email, new_norm, state, tries, created_at, changed_at,
    email_id, contact_id FROM own_address_change_before;

DROP TRIGGER standing_of_new_invitation;
DROP TRIGGER standing_of_invitation;
DROP TRIGGER standing_of_mail;
DROP VIEW open_invitation;
DROP TABLE sign_in_link;
DROP TABLE invitation_before;
DROP TABLE staff_invitation_before;
DROP TABLE password_reset_before;
DROP TABLE address_change_before;
DROP TABLE own_address_change_before;

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

CREATE UNIQUE INDEX one_change_of_address ON address_change (old_email_id)
    WHERE state IN ('pending_new', 'accepted', 'expired');
CREATE INDEX change_to_address ON address_change (new_norm, state, expires_at);
CREATE INDEX change_of_contact ON address_change (contact_id, id) WHERE state IN ('pending_new', 'accepted', 'expired');
CREATE INDEX change_by_new_address ON address_change (new_email_id, id)
    WHERE state IN ('pending_new', 'accepted', 'expired');
CREATE INDEX change_due ON address_change (expires_at, id) WHERE state = 'pending_new';
CREATE INDEX change_removal ON address_change (remove_at, id) WHERE state = 'accepted' AND kept_at IS NULL;
CREATE INDEX own_change_of_user ON own_address_change (user_id, state);
CREATE INDEX own_change_of_email ON own_address_change (email_id, id);
CREATE INDEX own_change_by_age ON own_address_change (created_at) WHERE state IN ('waiting', 'void');

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

CREATE TRIGGER standing_of_new_invitation AFTER INSERT ON link
    WHEN NEW.kind = 'invitation'
BEGIN
    UPDATE account SET (access_active, access_undelivered, access_first_end, access_last_end) =
        (SELECT n.active, n.undelivered, n.first_end, n.last_end FROM account_standing n WHERE n.id = account.id)
    WHERE id IN (SELECT s.account_id FROM contact_email e CROSS JOIN contact_setting s
        WHERE e.email_norm = NEW.email_norm AND e.firm_id = NEW.firm_id AND s.email_id = e.id AND s.login)
      AND (access_active, access_undelivered, access_first_end, access_last_end) IS NOT
        (SELECT n.active, n.undelivered, n.first_end, n.last_end FROM account_standing n WHERE n.id = account.id);
END;

CREATE TRIGGER standing_of_invitation
    AFTER UPDATE OF used_at, superseded_at, revoked_at, expires_at, email_norm ON link
    WHEN NEW.kind = 'invitation'
BEGIN
    UPDATE account SET (access_active, access_undelivered, access_first_end, access_last_end) =
        (SELECT n.active, n.undelivered, n.first_end, n.last_end FROM account_standing n WHERE n.id = account.id)
    WHERE id IN (SELECT s.account_id FROM contact_email e CROSS JOIN contact_setting s
        WHERE e.email_norm IN (NEW.email_norm, OLD.email_norm) AND e.firm_id = NEW.firm_id AND s.email_id = e.id AND s.login)
      AND (access_active, access_undelivered, access_first_end, access_last_end) IS NOT
        (SELECT n.active, n.undelivered, n.first_end, n.last_end FROM account_standing n WHERE n.id = account.id);
END;

CREATE TRIGGER standing_of_mail AFTER UPDATE OF state ON outbox
    WHEN (NEW.state = 'failed') <> (OLD.state = 'failed')
BEGIN
    UPDATE account SET (access_active, access_undelivered, access_first_end, access_last_end) =
        (SELECT n.active, n.undelivered, n.first_end, n.last_end FROM account_standing n WHERE n.id = account.id)
    WHERE id IN (SELECT s.account_id FROM link v CROSS JOIN contact_email e CROSS JOIN contact_setting s
        WHERE v.mail_id = NEW.id AND v.kind = 'invitation' AND e.email_norm = v.email_norm AND e.firm_id = v.firm_id
          AND s.email_id = e.id AND s.login)
      AND (access_active, access_undelivered, access_first_end, access_last_end) IS NOT
        (SELECT n.active, n.undelivered, n.first_end, n.last_end FROM account_standing n WHERE n.id = account.id);
END;

-- Whoever holds nothing but a link of a banner counts as invited from here on: no invitation is of another sort any more.
UPDATE link SET expires_at = expires_at
WHERE kind = 'invitation' AND mail_id IS NULL AND used_at IS NULL AND superseded_at IS NULL AND revoked_at IS NULL;
