-- Once a replaced address was accepted, the firm is asked whether the old one is to go (ECHG-4): when it goes by itself,
-- and when somebody said that it stays.
ALTER TABLE address_change ADD COLUMN remove_at BIGINT;
ALTER TABLE address_change ADD COLUMN kept_at BIGINT;
CREATE INDEX change_removal ON address_change (state, remove_at);
