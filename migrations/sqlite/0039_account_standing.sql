-- Where an account's people stand with their access, so that the list of accounts can be narrowed to one state by a seek:
-- somebody is active; an invitation could not be delivered; between when and when those that were end. What is stored knows
-- no clock: whether an invitation has run out is asked against the end itself. Of switches, addresses, logins, invitations
-- and mails any may change it, in many ways, so it is the tables that keep it true, within the transaction.
ALTER TABLE account ADD COLUMN access_active BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE account ADD COLUMN access_undelivered BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE account ADD COLUMN access_first_end BIGINT;
ALTER TABLE account ADD COLUMN access_last_end BIGINT;

-- The invitation of an address that nothing has ended: mailed, and neither accepted, nor followed by a newer one, nor taken
-- back; of an address there is one at most. `failed`: its mail was refused for good. `told`: when it ends, and whether its mail
-- failed, as access_state::OpenInvitation reads it.
CREATE VIEW open_invitation AS
SELECT v.id, v.firm_id, v.email_norm, v.mail_id, v.invited_by, v.created_at, v.expires_at,
    EXISTS (SELECT 1 FROM outbox m WHERE m.id = v.mail_id AND m.state = 'failed') AS failed,
    CAST(v.expires_at AS TEXT) || CASE WHEN EXISTS (
        SELECT 1 FROM outbox m WHERE m.id = v.mail_id AND m.state = 'failed') THEN ' 1' ELSE ' 0' END AS told
FROM invitation v
WHERE NOT v.banner AND v.accepted_at IS NULL AND v.superseded_at IS NULL AND v.revoked_at IS NULL;

CREATE VIEW account_standing AS
SELECT a.id,
    EXISTS (SELECT 1 FROM contact_setting s CROSS JOIN contact_email e CROSS JOIN portal_user u
        WHERE s.account_id = a.id AND s.login AND e.id = s.email_id
          AND u.firm_id = e.firm_id AND u.email_norm = e.email_norm
          AND u.activated_at IS NOT NULL AND u.disabled_at IS NULL) AS active,
    EXISTS (SELECT 1 FROM contact_setting s CROSS JOIN contact_email e CROSS JOIN open_invitation v
        WHERE s.account_id = a.id AND s.login AND e.id = s.email_id
          AND v.firm_id = e.firm_id AND v.email_norm = e.email_norm AND v.failed
          AND NOT EXISTS (SELECT 1 FROM portal_user u WHERE u.firm_id = e.firm_id AND u.email_norm = e.email_norm
            AND u.activated_at IS NOT NULL AND u.disabled_at IS NULL)) AS undelivered,
    (SELECT MIN(v.expires_at) FROM contact_setting s CROSS JOIN contact_email e CROSS JOIN open_invitation v
        WHERE s.account_id = a.id AND s.login AND e.id = s.email_id
          AND v.firm_id = e.firm_id AND v.email_norm = e.email_norm AND NOT v.failed
          AND NOT EXISTS (SELECT 1 FROM portal_user u WHERE u.firm_id = e.firm_id AND u.email_norm = e.email_norm
            AND u.activated_at IS NOT NULL AND u.disabled_at IS NULL)) AS first_end,
    (SELECT MAX(v.expires_at) FROM contact_setting s CROSS JOIN contact_email e CROSS JOIN open_invitation v
        WHERE s.account_id = a.id AND s.login AND e.id = s.email_id
          AND v.firm_id = e.firm_id AND v.email_norm = e.email_norm AND NOT v.failed
          AND NOT EXISTS (SELECT 1 FROM portal_user u WHERE u.firm_id = e.firm_id AND u.email_norm = e.email_norm
            AND u.activated_at IS NOT NULL AND u.disabled_at IS NULL)) AS last_end
FROM account a;

UPDATE account SET (access_active, access_undelivered, access_first_end, access_last_end) =
    (SELECT n.active, n.undelivered, n.first_end, n.last_end FROM account_standing n WHERE n.id = account.id);

-- The filters of the list, each in its order: by name; by the end of an invitation, the oldest first.
CREATE INDEX account_with_access ON account (firm_id, sort_key, id) WHERE archived_at IS NULL AND access_active;
CREATE INDEX account_undelivered ON account (firm_id, sort_key, id) WHERE archived_at IS NULL AND access_undelivered;
CREATE INDEX account_without_access ON account (firm_id, sort_key, id)
    WHERE archived_at IS NULL AND NOT access_active AND NOT access_undelivered AND access_first_end IS NULL;
CREATE INDEX account_by_first_end ON account (firm_id, access_first_end, id)
    WHERE archived_at IS NULL AND access_first_end IS NOT NULL;
CREATE INDEX account_by_last_end ON account (firm_id, access_last_end, id)
    WHERE archived_at IS NULL AND access_last_end IS NOT NULL;

-- Whoever stands as before is not written, nor are their places in five indexes.
CREATE TRIGGER standing_of_new_switch AFTER INSERT ON contact_setting
    WHEN NEW.login
BEGIN
    UPDATE account SET (access_active, access_undelivered, access_first_end, access_last_end) =
        (SELECT n.active, n.undelivered, n.first_end, n.last_end FROM account_standing n WHERE n.id = account.id)
    WHERE id = NEW.account_id
      AND (access_active, access_undelivered, access_first_end, access_last_end) IS NOT
        (SELECT n.active, n.undelivered, n.first_end, n.last_end FROM account_standing n WHERE n.id = account.id);
END;

CREATE TRIGGER standing_of_switch AFTER UPDATE OF login, email_id ON contact_setting
    WHEN NEW.login <> OLD.login OR NEW.email_id <> OLD.email_id
BEGIN
    UPDATE account SET (access_active, access_undelivered, access_first_end, access_last_end) =
        (SELECT n.active, n.undelivered, n.first_end, n.last_end FROM account_standing n WHERE n.id = account.id)
    WHERE id = NEW.account_id
      AND (access_active, access_undelivered, access_first_end, access_last_end) IS NOT
        (SELECT n.active, n.undelivered, n.first_end, n.last_end FROM account_standing n WHERE n.id = account.id);
END;

CREATE TRIGGER standing_of_old_switch AFTER DELETE ON contact_setting
    WHEN OLD.login
BEGIN
    UPDATE account SET (access_active, access_undelivered, access_first_end, access_last_end) =
        (SELECT n.active, n.undelivered, n.first_end, n.last_end FROM account_standing n WHERE n.id = account.id)
    WHERE id = OLD.account_id
      AND (access_active, access_undelivered, access_first_end, access_last_end) IS NOT
        (SELECT n.active, n.undelivered, n.first_end, n.last_end FROM account_standing n WHERE n.id = account.id);
END;

CREATE TRIGGER standing_of_address AFTER UPDATE OF email_norm ON contact_email
    WHEN NEW.email_norm <> OLD.email_norm
BEGIN
    UPDATE account SET (access_active, access_undelivered, access_first_end, access_last_end) =
        (SELECT n.active, n.undelivered, n.first_end, n.last_end FROM account_standing n WHERE n.id = account.id)
    WHERE id IN (SELECT s.account_id FROM contact_setting s WHERE s.email_id = NEW.id AND s.login)
      AND (access_active, access_undelivered, access_first_end, access_last_end) IS NOT
        (SELECT n.active, n.undelivered, n.first_end, n.last_end FROM account_standing n WHERE n.id = account.id);
END;

CREATE TRIGGER standing_of_new_login AFTER INSERT ON portal_user
    WHEN NEW.activated_at IS NOT NULL
BEGIN
    UPDATE account SET (access_active, access_undelivered, access_first_end, access_last_end) =
        (SELECT n.active, n.undelivered, n.first_end, n.last_end FROM account_standing n WHERE n.id = account.id)
    WHERE id IN (SELECT s.account_id FROM contact_email e CROSS JOIN contact_setting s
        WHERE e.email_norm = NEW.email_norm AND e.firm_id = NEW.firm_id AND s.email_id = e.id AND s.login)
      AND (access_active, access_undelivered, access_first_end, access_last_end) IS NOT
        (SELECT n.active, n.undelivered, n.first_end, n.last_end FROM account_standing n WHERE n.id = account.id);
END;

CREATE TRIGGER standing_of_login AFTER UPDATE OF activated_at, disabled_at, email_norm ON portal_user
    WHEN NEW.activated_at IS NOT OLD.activated_at OR NEW.disabled_at IS NOT OLD.disabled_at OR NEW.email_norm <> OLD.email_norm
BEGIN
    UPDATE account SET (access_active, access_undelivered, access_first_end, access_last_end) =
        (SELECT n.active, n.undelivered, n.first_end, n.last_end FROM account_standing n WHERE n.id = account.id)
    WHERE id IN (SELECT s.account_id FROM contact_email e CROSS JOIN contact_setting s
        WHERE e.email_norm IN (NEW.email_norm, OLD.email_norm) AND e.firm_id = NEW.firm_id AND s.email_id = e.id AND s.login)
      AND (access_active, access_undelivered, access_first_end, access_last_end) IS NOT
        (SELECT n.active, n.undelivered, n.first_end, n.last_end FROM account_standing n WHERE n.id = account.id);
END;

CREATE TRIGGER standing_of_new_invitation AFTER INSERT ON invitation
    WHEN NOT NEW.banner
BEGIN
    UPDATE account SET (access_active, access_undelivered, access_first_end, access_last_end) =
        (SELECT n.active, n.undelivered, n.first_end, n.last_end FROM account_standing n WHERE n.id = account.id)
    WHERE id IN (SELECT s.account_id FROM contact_email e CROSS JOIN contact_setting s
        WHERE e.email_norm = NEW.email_norm AND e.firm_id = NEW.firm_id AND s.email_id = e.id AND s.login)
      AND (access_active, access_undelivered, access_first_end, access_last_end) IS NOT
        (SELECT n.active, n.undelivered, n.first_end, n.last_end FROM account_standing n WHERE n.id = account.id);
END;

CREATE TRIGGER standing_of_invitation
    AFTER UPDATE OF accepted_at, superseded_at, revoked_at, expires_at, email_norm ON invitation
    WHEN NOT NEW.banner
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
    WHERE id IN (SELECT s.account_id FROM invitation v CROSS JOIN contact_email e CROSS JOIN contact_setting s
        WHERE v.mail_id = NEW.id AND NOT v.banner AND e.email_norm = v.email_norm AND e.firm_id = v.firm_id
          AND s.email_id = e.id AND s.login)
      AND (access_active, access_undelivered, access_first_end, access_last_end) IS NOT
        (SELECT n.active, n.undelivered, n.first_end, n.last_end FROM account_standing n WHERE n.id = account.id);
END;
