-- When the person last gave their password in this session (SEC-29). Sessions from before are asked once.
ALTER TABLE session ADD COLUMN proved_at BIGINT NOT NULL DEFAULT 0;
