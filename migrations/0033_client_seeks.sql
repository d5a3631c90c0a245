-- Indexes begin with the column that finds few rows. One that begins with the firm is, for an installation of one firm, the
-- whole table, and SQLite believes without statistics that any first column finds ten rows: it began with the firm alone.

-- Switches of an account are found by UNIQUE (account_id, email_id), those of an address by (email_id, login).
DROP INDEX settings_of_account;
DROP INDEX settings_of_contact;
CREATE INDEX settings_of_contact ON contact_setting (contact_id, account_id);

DROP INDEX accounts_of_contact;
CREATE INDEX accounts_of_contact ON account_contact (contact_id, account_id);

DROP INDEX assignment_of_user;
CREATE INDEX assignment_of_user ON account_assignment (user_id, account_id);

-- In the order in which they are shown.
CREATE INDEX addresses_of_contact ON contact_email (contact_id, position, id);

DROP INDEX access_ended_of_contact;
CREATE INDEX access_ended_of_contact ON access_ended (contact_id, ended_at);

-- Changes that the firm still looks at, as one_change_of_address has them by the old address.
DROP INDEX change_of_contact;
CREATE INDEX change_of_contact ON address_change (contact_id, id) WHERE state IN ('pending_new', 'accepted', 'expired');
CREATE INDEX change_by_new_address ON address_change (new_email_id, id)
    WHERE state IN ('pending_new', 'accepted', 'expired');
-- The worker looks for what is due, however many are over.
DROP INDEX change_due;
CREATE INDEX change_due ON address_change (expires_at, id) WHERE state = 'pending_new';
DROP INDEX change_removal;
CREATE INDEX change_removal ON address_change (remove_at, id) WHERE state = 'accepted' AND kept_at IS NULL;

DROP INDEX own_change_of_user;
CREATE INDEX own_change_of_user ON own_address_change (user_id, state);
DROP INDEX own_change_of_email;
CREATE INDEX own_change_of_email ON own_address_change (email_id, id);
-- Changes that were made are kept; only wishes go.
DROP INDEX own_change_by_age;
CREATE INDEX own_change_by_age ON own_address_change (created_at) WHERE state IN ('waiting', 'void');
CREATE INDEX own_code_by_age ON own_address_code (expires_at);

-- Most mails are about no row.
DROP INDEX outbox_of_setting;
CREATE INDEX outbox_of_setting ON outbox (setting_id, id) WHERE setting_id IS NOT NULL;
