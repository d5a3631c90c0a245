-- The network that a request for a new password was counted for, and when: what is given back when its link is used. Nothing
-- for those that count for a browser, and for links that staff send.
ALTER TABLE reset_request ADD COLUMN counted_for TEXT;
ALTER TABLE password_reset ADD COLUMN counted_for TEXT;
ALTER TABLE password_reset ADD COLUMN counted_at BIGINT;
