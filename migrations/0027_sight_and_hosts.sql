-- Since when LOGIN is on, so that restricted staff learn of a login only what came after it (ROLE-3). Unknown for rows
-- that are copied from another address: then since the last change.
ALTER TABLE contact_setting ADD COLUMN login_since BIGINT;
UPDATE contact_setting SET login_since = COALESCE(
    (SELECT MAX(a.at) FROM audit_event a WHERE a.firm_id = contact_setting.firm_id
        AND a.subject_id = contact_setting.id AND a.event = 'login_on'),
    changed_at)
    WHERE login;

