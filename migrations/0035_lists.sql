-- The list of accounts is walked in its own order: active ones and archived ones, each by name. A part of it is a seek
-- to where the last one ended, however many accounts there are.
CREATE INDEX account_of_list ON account (firm_id, (archived_at IS NOT NULL), sort_key, id);
-- Nothing lists both together.
DROP INDEX account_by_name;
