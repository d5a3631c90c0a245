-- Jobs: what is done after the request that asks for it, queued in its transaction (REL-6, REL-8, REL-9). `run_at` is when a job
-- is due, and while a worker holds it, when its lease ends. The fence is counted up by every claim: whoever holds an older one
-- writes nothing. A job is open, done, or parked: given up, for a reason.
CREATE TABLE job (
    id UUID NOT NULL PRIMARY KEY,
    firm_id UUID NOT NULL REFERENCES firm (id),
    name TEXT NOT NULL,
    dedup_key TEXT,
    payload TEXT NOT NULL,
    state TEXT NOT NULL,
    run_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    fence BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    ended_at BIGINT,
    reason TEXT
);
-- Workers look several times a second for what is due of each kind, however much is done or due later.
CREATE INDEX job_due ON job (name, run_at, id) WHERE state = 'open';
-- Of one key, one job waits that nobody has begun.
CREATE UNIQUE INDEX job_once ON job (dedup_key, name, firm_id) WHERE fence = 0 AND dedup_key IS NOT NULL;
CREATE INDEX job_by_age ON job (ended_at) WHERE ended_at IS NOT NULL;
