-- Indexes begin with the column that finds few rows. One that begins with the firm is, for an installation of one firm, the
-- whole table, and SQLite believes without statistics that any first column finds ten rows: it began with the firm alone.
-- The same holds for a column of a few words, such as a state; such rows have indexes of their own, as small as they are.

-- Whose address it is: everything that a sign-in, a grant or a mail asks begins here.
DROP INDEX contact_email_by_address;
CREATE INDEX contact_email_of_address ON contact_email (email_norm, firm_id, contact_id);

DROP INDEX session_of_user;
CREATE INDEX session_of_user ON session (user_id, revoked_at);
DROP INDEX code_of_session;
CREATE INDEX code_of_session ON sign_in_code (session_id, id);
DROP INDEX sign_in_link_of_user;
CREATE INDEX sign_in_link_of_user ON sign_in_link (user_id);

DROP INDEX known_browser_by_token;
CREATE INDEX known_browser_by_token ON known_browser (token_hash, firm_id);
DROP INDEX unsent_form_by_user;
CREATE INDEX unsent_form_by_user ON unsent_form (user_id, created_at, id);

DROP INDEX invitation_of_address;
CREATE INDEX invitation_of_address ON invitation (email_norm, id);
DROP INDEX invitation_of_mail;
CREATE INDEX invitation_of_mail ON invitation (mail_id) WHERE mail_id IS NOT NULL;
-- With all that the worker's list needs.
DROP INDEX invitation_untold;
CREATE INDEX invitation_untold ON invitation (expires_at, id, firm_id)
    WHERE expiry_told_at IS NULL AND accepted_at IS NULL AND superseded_at IS NULL AND revoked_at IS NULL
      AND NOT banner;
DROP INDEX staff_invitation_of_address;
CREATE INDEX staff_invitation_of_address ON staff_invitation (email_norm, id);

DROP INDEX reset_of_user;
CREATE INDEX reset_of_user ON password_reset (user_id, id);
DROP INDEX reset_of_mail;
CREATE INDEX reset_of_mail ON password_reset (mail_id) WHERE mail_id IS NOT NULL;
-- The worker looks several times a second for what waits, however much is done.
DROP INDEX reset_request_due;
CREATE INDEX reset_request_due ON reset_request (id) WHERE done_at IS NULL;
CREATE INDEX reset_request_by_age ON reset_request (created_at);

DROP INDEX change_to_address;
CREATE INDEX change_to_address ON address_change (new_norm, state, expires_at);

-- The trail of an account by what happened, and of a thing or person. Much of it is about neither.
DROP INDEX audit_of_account;
CREATE INDEX audit_of_account ON audit_event (account_id, event, id) WHERE account_id IS NOT NULL;
DROP INDEX audit_of_subject;
CREATE INDEX audit_of_subject ON audit_event (subject_id, id) WHERE subject_id IS NOT NULL;
DROP INDEX audit_attempt_of_subject;
CREATE INDEX audit_attempt_of_subject ON audit_attempt (subject_id) WHERE subject_id IS NOT NULL;
-- Counters whose hour is over, in the order in which they are closed.
DROP INDEX audit_attempt_by_age;
CREATE INDEX audit_attempt_by_age ON audit_attempt (window_start, firm_id, event, bucket);

-- Nearly all mails are sent: what waits, what is under way and what failed is found among its like only. The worker looks for
-- each several times a second.
DROP INDEX outbox_due;
DROP INDEX outbox_due_of_firm;
DROP INDEX outbox_leases;
DROP INDEX outbox_of_address;
CREATE INDEX outbox_due ON outbox (firm_id, priority, next_at, id) WHERE state = 'pending';
CREATE INDEX outbox_leases ON outbox (lease_until) WHERE state IN ('claimed', 'handing_off');
CREATE INDEX outbox_busy ON outbox (to_address) WHERE state IN ('claimed', 'handing_off');
CREATE INDEX outbox_troubled ON outbox (next_at) WHERE state = 'pending' AND trouble IS NOT NULL;
CREATE INDEX outbox_answered ON outbox (firm_id) WHERE state = 'pending' AND last_reply IS NOT NULL;
-- Whether a mail of the firm ever went.
CREATE INDEX outbox_sent ON outbox (firm_id) WHERE state = 'sent';
CREATE INDEX outbox_of_address ON outbox (to_address, id);
