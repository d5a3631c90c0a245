//! What somebody of the staff may see. `all` is whether they see every account, `user` who they are: both are values of
//! the statement, such as `"$4"`, and come from a [`Sight`](crate::sight::Sight) or from `access::gate::Staff`. Without
//! `all` it is about somebody who sees assigned accounts only.
//!
//! A fragment gives names to tables of its own; what is handed to it must not begin with one of these.

/// The account is in sight: they see all, or it is assigned to them (ROLE-3). For every statement that shows accounts to
/// the staff or acts on one for them. `account` is its id, such as `"a.id"`; `x` is the fragment's own.
///
/// An assignment is found by its ids alone. Were the firm named as well, PostgreSQL could begin with all that the firm has.
#[macro_export]
macro_rules! in_sight {
    ($account:literal, $all:literal, $user:literal) => {
        concat!("(", $all, " OR ", $crate::in_sight!($account, $user), ")")
    };
    ($account:literal, $user:literal) => {
        concat! {
            "EXISTS (SELECT 1 FROM account_assignment x WHERE x.account_id = ", $account, " AND x.user_id = ", $user, ")"
        }
    };
}

/// The contact is in sight: they see all contacts, or it is linked to an account in sight (ROLE-2, ROLE-3). For every
/// statement that shows contacts to the staff or acts on one for them. `contact` is its id, such as `"c.id"`; `k` and `x`
/// are the fragment's own.
#[macro_export]
macro_rules! contact_in_sight {
    ($contact:literal, $all_contacts:literal, $all:literal, $user:literal) => {
        concat! {
            "(", $all_contacts, " OR EXISTS (SELECT 1 FROM account_contact k WHERE k.contact_id = ", $contact,
            " AND ", $crate::in_sight!("k.account_id", $all, $user), "))"
        }
    };
}

/// They may know of the login: its person was here after LOGIN went on in an account in sight (ROLE-3). A login is the
/// firm's, not the account's; without this a page would tell whoever sees some accounts who is a client elsewhere, and when
/// they were last there. For every statement that shows the staff whether, or when, somebody signed in. `e` is whatever
/// has the address (`email_norm` and `firm_id`), `u` the `portal_user`; `f`, `k` and `g` are the fragment's own.
#[macro_export]
macro_rules! login_in_sight {
    ($e:literal, $u:literal, $all:literal, $user:literal) => {
        concat!("(", $all, " OR ", $crate::login_in_sight!($e, $u, $user), ")")
    };
    ($e:literal, $u:literal, $user:literal) => {
        concat! {
            "EXISTS (SELECT 1 FROM contact_email f CROSS JOIN contact_setting k CROSS JOIN account_assignment g",
            " WHERE f.email_norm = ", $e, ".email_norm AND f.firm_id = ", $e, ".firm_id",
            " AND k.email_id = f.id AND k.login AND g.account_id = k.account_id AND g.user_id = ", $user,
            " AND (", $u, ".activated_at >= COALESCE(k.login_since, k.changed_at)",
            " OR ", $u, ".last_login_at >= COALESCE(k.login_since, k.changed_at)))"
        }
    };
}

/// They may know of the invitation: its mail was about a row of an account in sight (ROLE-3). An invitation is an address',
/// not the account's, as a login is. For every statement that shows the staff how an invitation stands. `v` is the
/// `open_invitation`; `m`, `k` and `g` are the fragment's own.
#[macro_export]
macro_rules! invitation_in_sight {
    ($v:literal, $all:literal, $user:literal) => {
        concat!("(", $all, " OR ", $crate::invitation_in_sight!($v, $user), ")")
    };
    ($v:literal, $user:literal) => {
        concat! {
            "EXISTS (SELECT 1 FROM outbox m CROSS JOIN contact_setting k CROSS JOIN account_assignment g",
            " WHERE m.id = ", $v, ".mail_id AND m.firm_id = ", $v, ".firm_id AND k.id = m.setting_id",
            " AND g.account_id = k.account_id AND g.user_id = ", $user, ")"
        }
    };
}
