-- Where an account's people stand with their access, so that the list of accounts can be narrowed to one state by a seek:
-- somebody is active; an invitation could not be delivered; between when and when those that were end. What is stored knows
-- no clock: whether an invitation has run out is asked against the end itself. Of switches, addresses, logins, invitations
-- and mails any may change it, in many ways, so it is the tables that keep it true, within the transaction.
ALTER TABLE account ADD COLUMN access_active BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE account ADD COLUMN access_undelivered BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE account ADD COLUMN access_first_end BIGINT;
ALTER TABLE account ADD COLUMN access_last_end BIGINT;

-- The filters of the list, each in its order: by name; by the end of an invitation, the oldest first.
CREATE INDEX account_with_access ON account (firm_id, sort_key, id) WHERE archived_at IS NULL AND access_active;
CREATE INDEX account_undelivered ON account (firm_id, sort_key, id) WHERE archived_at IS NULL AND access_undelivered;
CREATE INDEX account_without_access ON account (firm_id, sort_key, id)
    WHERE archived_at IS NULL AND NOT access_active AND NOT access_undelivered AND access_first_end IS NULL;
CREATE INDEX account_by_first_end ON account (firm_id, access_first_end, id)
    WHERE archived_at IS NULL AND access_first_end IS NOT NULL;
CREATE INDEX account_by_last_end ON account (firm_id, access_last_end, id)
    WHERE archived_at IS NULL AND access_last_end IS NOT NULL;

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

-- Two who change an account's people at once must each see what the other did, also where one of them changes a switch and the
-- other a login, and no row is common to both. So whoever changes accounts, where their people stand or what they are found by
-- stands in one line with all others of the firm, and looks when those before are done. It is the last thing that anybody waits
-- for (clients::search): when the transaction commits, or a little before. So nobody in the line waits for somebody behind.
CREATE FUNCTION accounts_in_line(firm_id UUID) RETURNS VOID AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('accounts of ' || firm_id::TEXT, 0));
END $$ LANGUAGE plpgsql;

-- The caller stands in the line. Rows that stay as they are are not written.
CREATE FUNCTION account_stands_anew(accounts UUID[]) RETURNS VOID AS $$
BEGIN
    UPDATE account b SET access_active = n.active, access_undelivered = n.undelivered, access_first_end = n.first_end,
        access_last_end = n.last_end
    FROM (
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
        FROM account a WHERE a.id = ANY (accounts)
    ) n
    WHERE b.id = n.id
      AND (b.access_active, b.access_undelivered, b.access_first_end, b.access_last_end)
        IS DISTINCT FROM (n.active, n.undelivered, n.first_end, n.last_end);
END $$ LANGUAGE plpgsql;

CREATE FUNCTION address_stands_anew(firm UUID, addresses TEXT[]) RETURNS VOID AS $$
BEGIN
    PERFORM accounts_in_line(firm);
    PERFORM account_stands_anew(ARRAY(
        SELECT DISTINCT s.account_id FROM contact_email e JOIN contact_setting s ON s.email_id = e.id AND s.login
        WHERE e.email_norm = ANY (addresses) AND e.firm_id = firm));
END $$ LANGUAGE plpgsql;

CREATE FUNCTION switch_stands_anew() RETURNS TRIGGER AS $$
BEGIN
    PERFORM accounts_in_line(CASE WHEN TG_OP = 'DELETE' THEN OLD.firm_id ELSE NEW.firm_id END);
    PERFORM account_stands_anew(ARRAY[CASE WHEN TG_OP = 'DELETE' THEN OLD.account_id ELSE NEW.account_id END]);
    RETURN NULL;
END $$ LANGUAGE plpgsql;

CREATE FUNCTION owner_stands_anew() RETURNS TRIGGER AS $$
BEGIN
    PERFORM address_stands_anew(NEW.firm_id,
        CASE WHEN TG_OP = 'UPDATE' THEN ARRAY[NEW.email_norm, OLD.email_norm] ELSE ARRAY[NEW.email_norm] END);
    RETURN NULL;
END $$ LANGUAGE plpgsql;

CREATE FUNCTION mail_stands_anew() RETURNS TRIGGER AS $$
BEGIN
    PERFORM address_stands_anew(v.firm_id, ARRAY[v.email_norm]) FROM invitation v WHERE v.mail_id = NEW.id AND NOT v.banner;
    RETURN NULL;
END $$ LANGUAGE plpgsql;

CREATE CONSTRAINT TRIGGER standing_of_new_switch AFTER INSERT ON contact_setting
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.login)
    EXECUTE FUNCTION switch_stands_anew();

CREATE CONSTRAINT TRIGGER standing_of_switch AFTER UPDATE OF login, email_id ON contact_setting
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.login <> OLD.login OR NEW.email_id <> OLD.email_id)
    EXECUTE FUNCTION switch_stands_anew();

CREATE CONSTRAINT TRIGGER standing_of_old_switch AFTER DELETE ON contact_setting
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.login)
    EXECUTE FUNCTION switch_stands_anew();

CREATE CONSTRAINT TRIGGER standing_of_address AFTER UPDATE OF email_norm ON contact_email
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.email_norm <> OLD.email_norm)
    EXECUTE FUNCTION owner_stands_anew();

CREATE CONSTRAINT TRIGGER standing_of_new_login AFTER INSERT ON portal_user
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.activated_at IS NOT NULL)
    EXECUTE FUNCTION owner_stands_anew();

CREATE CONSTRAINT TRIGGER standing_of_login AFTER UPDATE OF activated_at, disabled_at, email_norm ON portal_user
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.activated_at IS DISTINCT FROM OLD.activated_at OR NEW.disabled_at IS DISTINCT FROM OLD.disabled_at
        OR NEW.email_norm <> OLD.email_norm)
    EXECUTE FUNCTION owner_stands_anew();

CREATE CONSTRAINT TRIGGER standing_of_new_invitation AFTER INSERT ON invitation
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NOT NEW.banner)
    EXECUTE FUNCTION owner_stands_anew();

CREATE CONSTRAINT TRIGGER standing_of_invitation
    AFTER UPDATE OF accepted_at, superseded_at, revoked_at, expires_at, email_norm ON invitation
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NOT NEW.banner)
    EXECUTE FUNCTION owner_stands_anew();

CREATE CONSTRAINT TRIGGER standing_of_mail AFTER UPDATE OF state ON outbox
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((NEW.state = 'failed') <> (OLD.state = 'failed'))
    EXECUTE FUNCTION mail_stands_anew();

SELECT account_stands_anew(ARRAY(SELECT id FROM account));
