-- Seeing all contacts is a right of its own now. Whoever saw all accounts saw all contacts, and goes on doing so.
UPDATE staff_member SET rights = rights || ' view_all_contacts'
    WHERE ' ' || rights || ' ' LIKE '% view_all_accounts %' AND ' ' || rights || ' ' NOT LIKE '% view_all_contacts %';
UPDATE staff_invitation SET rights = rights || ' view_all_contacts'
    WHERE ' ' || rights || ' ' LIKE '% view_all_accounts %' AND ' ' || rights || ' ' NOT LIKE '% view_all_contacts %';
