CREATE TABLE account (
    id UUID NOT NULL PRIMARY KEY,
    firm_id UUID NOT NULL REFERENCES firm (id),
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    search_key TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    archived_at BIGINT,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (firm_id, code)
);
CREATE INDEX account_by_name ON account (firm_id, sort_key, id);

-- Which employees without "see all accounts" work for an account (ROLE-3).
CREATE TABLE account_assignment (
    firm_id UUID NOT NULL REFERENCES firm (id),
    account_id UUID NOT NULL REFERENCES account (id),
    user_id UUID NOT NULL REFERENCES portal_user (id),
    PRIMARY KEY (account_id, user_id)
);
CREATE INDEX assignment_of_user ON account_assignment (firm_id, user_id, account_id);

CREATE TABLE contact (
    id UUID NOT NULL PRIMARY KEY,
    firm_id UUID NOT NULL REFERENCES firm (id),
    name TEXT NOT NULL,
    locale TEXT NOT NULL,
    search_key TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX contact_by_name ON contact (firm_id, sort_key, id);

CREATE TABLE contact_email (
    id UUID NOT NULL PRIMARY KEY,
    firm_id UUID NOT NULL REFERENCES firm (id),
    contact_id UUID NOT NULL REFERENCES contact (id),
    email TEXT NOT NULL,
    email_norm TEXT NOT NULL,
    position BIGINT NOT NULL,
    UNIQUE (contact_id, email_norm)
);
CREATE INDEX contact_email_by_address ON contact_email (firm_id, email_norm);

CREATE TABLE account_contact (
    firm_id UUID NOT NULL REFERENCES firm (id),
    account_id UUID NOT NULL REFERENCES account (id),
    contact_id UUID NOT NULL REFERENCES contact (id),
    role_text TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, contact_id)
);
CREATE INDEX accounts_of_contact ON account_contact (firm_id, contact_id);

-- The three switches of one (account, contact, address) (DM-5).
CREATE TABLE contact_setting (
    id UUID NOT NULL PRIMARY KEY,
    firm_id UUID NOT NULL REFERENCES firm (id),
    account_id UUID NOT NULL REFERENCES account (id),
    contact_id UUID NOT NULL REFERENCES contact (id),
    email_id UUID NOT NULL REFERENCES contact_email (id),
    login BOOLEAN NOT NULL,
    notify BOOLEAN NOT NULL,
    email_sync BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL,
    UNIQUE (account_id, email_id)
);
CREATE INDEX settings_of_account ON contact_setting (firm_id, account_id);
CREATE INDEX settings_of_email ON contact_setting (email_id, login);
CREATE INDEX settings_of_contact ON contact_setting (firm_id, contact_id);

-- Notification items that were switched away from the default, which is on (NOTIFY-1).
CREATE TABLE notify_choice (
    firm_id UUID NOT NULL REFERENCES firm (id),
    setting_id UUID NOT NULL REFERENCES contact_setting (id),
    item TEXT NOT NULL,
    enabled BOOLEAN NOT NULL,
    set_by TEXT NOT NULL,
    set_at BIGINT NOT NULL,
    PRIMARY KEY (setting_id, item)
);
