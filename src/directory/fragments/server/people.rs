//! Who can sign in, and who works for the firm.

/// Somebody can sign in with the login: it was activated, and is not disabled (INV-7). For whoever asks whether there is a
/// person behind an address; whether an account is open to them is another question ([`open_to!`](crate::open_to)). `u` is
/// the `portal_user`; without a name where the statement has no other table.
#[macro_export]
macro_rules! is_active {
    () => {
        "(activated_at IS NOT NULL AND disabled_at IS NULL)"
    };
    ($u:literal) => {
        concat!("(", $u, ".activated_at IS NOT NULL AND ", $u, ".disabled_at IS NULL)")
    };
}

/// Somebody works for the firm today: they are a member of its team and were not deactivated (ROLE-7). Says nothing of
/// their login. `m` is the `staff_member`; without a name where the statement has no other table.
#[macro_export]
macro_rules! works_here {
    () => {
        "(deactivated_at IS NULL)"
    };
    ($m:literal) => {
        concat!("(", $m, ".deactivated_at IS NULL)")
    };
}
