-- An address that somebody signs in with is replaced (ECHG): the new one takes its place on the contact, the old one
-- stays the contact's, unlinked, until nobody needs it any more.
ALTER TABLE contact_email ADD COLUMN unlinked_at BIGINT;

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
    -- Of the link with which whoever reads the old address stops the change.
    stop_hash BYTEA NOT NULL UNIQUE,
    begun_by UUID,
    begun_by_name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    settled_at BIGINT
);
CREATE INDEX change_of_contact ON address_change (firm_id, contact_id, id);
CREATE INDEX change_to_address ON address_change (firm_id, new_norm, state);
CREATE INDEX change_due ON address_change (state, expires_at);
-- An address is replaced by one other at a time, also when two people press the button at once.
CREATE UNIQUE INDEX one_change_of_address ON address_change (old_email_id)
    WHERE state IN ('pending_new', 'accepted', 'expired');
