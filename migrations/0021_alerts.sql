-- What the firm's people do not want to hear of by mail; without a row they do.
CREATE TABLE alert_off (
    firm_id UUID NOT NULL REFERENCES firm (id),
    user_id UUID NOT NULL REFERENCES portal_user (id),
    event TEXT NOT NULL,
    PRIMARY KEY (user_id, event)
);

-- Which mail brought an invitation or a reset, so that those concerned hear when it was refused for good.
ALTER TABLE invitation ADD COLUMN mail_id UUID;
ALTER TABLE password_reset ADD COLUMN mail_id UUID;
CREATE INDEX invitation_of_mail ON invitation (firm_id, mail_id);
CREATE INDEX reset_of_mail ON password_reset (firm_id, mail_id);

-- When that was told. What failed before there was anybody to tell is no news.
ALTER TABLE outbox ADD COLUMN told_at BIGINT;
UPDATE outbox SET told_at = created_at WHERE state = 'failed';
CREATE INDEX outbox_untold ON outbox (id) WHERE state = 'failed' AND told_at IS NULL;

-- When it was told that an invitation expired unused.
ALTER TABLE invitation ADD COLUMN expiry_told_at BIGINT;
CREATE INDEX invitation_untold ON invitation (expires_at)
    WHERE expiry_told_at IS NULL AND accepted_at IS NULL AND superseded_at IS NULL AND revoked_at IS NULL
      AND NOT banner;
