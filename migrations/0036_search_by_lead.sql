-- All that is asked of names that begin with what was typed, so that their documents need not be read one by one.
DROP INDEX search_by_lead;
CREATE INDEX search_by_lead ON search_doc (firm_id, kind, lead, id, entity_id, sort_key);
