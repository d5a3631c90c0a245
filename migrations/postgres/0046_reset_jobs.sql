-- Requests for a new password are jobs now. Those that wait are taken over, and of the others nothing is needed any more.
INSERT INTO job (id, firm_id, name, dedup_key, payload, state, run_at, attempts, fence, created_at, ended_at, reason)
SELECT id, firm_id, 'password requests', NULL,
    CAST(json_build_object('kind', kind, 'spelling', email_norm, 'asked_at', created_at, 'counted_for', counted_for,
        'ip', ip, 'place', place, 'os', os, 'browser', browser) AS TEXT),
    'open', created_at, 0, 0, created_at, NULL, NULL
FROM reset_request WHERE done_at IS NULL;
DROP TABLE reset_request;
