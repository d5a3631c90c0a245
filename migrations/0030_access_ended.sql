-- Whose access to an account was ended, by whichever way (LOGIN off, contact unlinked, address removed or replaced), and
-- when last. For a while they still count when somebody else is let in, and hear of it.
CREATE TABLE access_ended (
    firm_id UUID NOT NULL REFERENCES firm (id),
    account_id UUID NOT NULL REFERENCES account (id),
    contact_id UUID NOT NULL REFERENCES contact (id),
    -- No foreign key: it would lock the person behind the switches, and others take them the other way round.
    user_id UUID NOT NULL,
    ended_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, contact_id, user_id)
);
CREATE INDEX access_ended_of_contact ON access_ended (firm_id, contact_id);
-- Of what ended before, the trail knows who was switched off. Whose account it was says the row itself: the trail refers to
-- nothing that must be there.
INSERT INTO access_ended (firm_id, account_id, contact_id, user_id, ended_at)
    SELECT s.firm_id, s.account_id, s.contact_id, u.id, MAX(x.at) FROM audit_event x
    JOIN contact_setting s ON s.firm_id = x.firm_id AND s.id = x.subject_id
    JOIN portal_user u ON u.firm_id = x.firm_id AND u.email = x.subject AND u.activated_at IS NOT NULL
    WHERE x.event = 'login_off'
    GROUP BY s.firm_id, s.account_id, s.contact_id, u.id;
