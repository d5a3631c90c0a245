-- Wrong passwords in a browser of the owner's are counted for that browser alone; the row goes when the browser is forgotten.
ALTER TABLE password_streak ADD COLUMN browser_id UUID;
CREATE INDEX password_streak_of_browser ON password_streak (browser_id);

-- What was typed too late is shown in the browser it was typed in, and in no other. What was kept before names none.
ALTER TABLE unsent_form ADD COLUMN browser_hash BYTEA;
