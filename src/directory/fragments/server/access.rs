//! What LOGIN opens.

/// LOGIN on opens the account: it is on for the address, in an account that is not archived (DM-6, CRM-14; DECISIONS.md, 8).
/// Nothing else is a grant, so whoever asks who may enter what uses this. `e` is the `contact_email`, `s` the
/// `contact_setting`, `a` the `account`; the condition joins them.
///
/// The firm is compared on each row, because access is decided by this. `ids:` leaves that out, for lists and for what is
/// only told: there it would offer PostgreSQL a plan that begins with everything the firm has.
#[macro_export]
macro_rules! open_to {
    ($e:literal, $s:literal, $a:literal) => {
        concat! {
            "(", $s, ".email_id = ", $e, ".id AND ", $s, ".firm_id = ", $e, ".firm_id AND ", $s, ".login AND ",
            $a, ".id = ", $s, ".account_id AND ", $a, ".firm_id = ", $s, ".firm_id AND ", $a, ".archived_at IS NULL)"
        }
    };
    (ids: $e:literal, $s:literal, $a:literal) => {
        concat! {
            "(", $s, ".email_id = ", $e, ".id AND ", $s, ".login AND ",
            $a, ".id = ", $s, ".account_id AND ", $a, ".archived_at IS NULL)"
        }
    };
}
