-- How handing over fares: one row for the installation ('server') and one for a firm whose sender is refused. Shared by
-- all nodes, so that a web node can say what a worker found out.
CREATE TABLE mail_health (
    scope TEXT NOT NULL PRIMARY KEY,
    firm_id UUID REFERENCES firm (id),
    state TEXT NOT NULL,
    since BIGINT NOT NULL,
    trouble TEXT NOT NULL,
    words TEXT NOT NULL,
    silent BIGINT NOT NULL
);

-- Why a mail waits, when it is the firm's mail set-up.
ALTER TABLE outbox ADD COLUMN trouble TEXT;

-- What is due of one firm, by lane.
CREATE INDEX outbox_due_of_firm ON outbox (state, firm_id, priority, next_at);
-- Who is being delivered to.
CREATE INDEX outbox_leases ON outbox (state, lease_until);
