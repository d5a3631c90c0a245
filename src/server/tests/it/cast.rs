//! The cast of the authorization matrix: one firm with two accounts, another firm, and every kind of visitor.

use crate::site::TestSite;
use access::gate::testing as people;
use kernel::{AccountId, ContactId, EmailId, Right, Role, SettingId, UserId};
use platform::Cx;
use platform::sql;

/// Marks everything of the other firm, so that a leak is seen wherever it shows (SEC-47).
pub const CANARY: &str = "Zanzibarkanarie";

/// A visitor and what they hold.
pub struct Actor {
    pub name: &'static str,
    pub kind: Kind,
    pub token: Option<String>,
}

/// What a visitor may expect; see `expected.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nobody whom the portal knows: also a session that ended, is idle, or belongs to another firm.
    Stranger,
    /// Between password and code.
    Pending,
    /// A client of account A.
    ClientOfA,
    /// A client of account B only.
    ClientOfB,
    /// A client whose only account is archived.
    ClientOfNone,
    /// The owner.
    Chief,
    Admin,
    /// An employee with every right.
    Employee,
    /// An employee without "see all accounts" who works for A.
    AssignedToA,
    /// An employee without "see all accounts" who works for B.
    AssignedToB,
    /// As that one, who sees all contacts besides.
    AssignedToBKnowsAll,
    /// An employee who may look at everything and change nothing.
    Onlooker,
}

/// What the paths of the matrix are filled with.
pub struct Stage {
    pub actors: Vec<Actor>,
    pub account: String,
    pub setting: SettingId,
    pub contact: ContactId,
    /// An employee whom nobody plays.
    pub member: UserId,
    pub foreign_code: String,
}

impl Stage {
    /// The session of the actor of this name.
    pub fn token(&self, name: &str) -> &str {
        self.session_of(|actor| actor.name == name)
    }

    /// The session of the first actor of this kind.
    pub fn token_of(&self, kind: Kind) -> &str {
        self.session_of(|actor| actor.kind == kind)
    }

    fn session_of(&self, is_meant: impl Fn(&Actor) -> bool) -> &str {
        let actor = self.actors.iter().find(|actor| is_meant(actor));
        actor.and_then(|actor| actor.token.as_deref()).expect("somebody with a session")
    }
}

struct Placed {
    account: AccountId,
    contact: ContactId,
    setting: SettingId,
}

/// Puts an account with one contact and one address with LOGIN on.
async fn place(cx: &Cx, code: &str, name: &str, person: &str, email: &str, archived: bool) -> Placed {
    let ids = Placed {
        account: AccountId(cx.ids.next()),
        contact: ContactId(cx.ids.next()),
        setting: SettingId(cx.ids.next()),
    };
    let (account, contact, setting, email_id) =
        (ids.account, ids.contact, ids.setting, EmailId(cx.ids.next()));
    let (c, code, name, person, email) =
        (cx.clone(), code.to_owned(), name.to_owned(), person.to_owned(), email.to_owned());
    cx.db
        .write(move |tx| {
            Box::pin(async move {
                let (firm, now) = (c.firm.id, c.now());
                let key = kernel::names::search_key(&[&name, &code]);
                sql!(
                    "INSERT INTO account (id, firm_id, code, name, kind, search_key, sort_key, archived_at, version, created_at)
                     VALUES ($1, $2, $3, $4, 'company', $5, $5, $6, 1, $7)",
                    account, firm, &code, &name, &key, archived.then_some(now), now
                )
                .run(tx)
                .await?;
                sql!(
                    "INSERT INTO contact (id, firm_id, name, locale, search_key, sort_key, version, created_at)
                     VALUES ($1, $2, $3, 'en', $4, $4, 1, $5)",
                    contact, firm, &person, person.to_lowercase(), now
                )
                .run(tx)
                .await?;
                sql!(
                    "INSERT INTO contact_email (id, firm_id, contact_id, email, email_norm, position) VALUES ($1, $2, $3, $4, $4, 0)",
                    email_id, firm, contact, &email
                )
                .run(tx)
                .await?;
                sql!(
                    "INSERT INTO account_contact (firm_id, account_id, contact_id, role_text, created_at) VALUES ($1, $2, $3, '', $4)",
                    firm, account, contact, now
                )
                .run(tx)
                .await?;
                sql!(
                    "INSERT INTO contact_setting (id, firm_id, account_id, contact_id, email_id, login, notify, email_sync, version, changed_at, changed_by)
                     VALUES ($1, $2, $3, $4, $5, $6, $6, $7, 1, $8, '')",
                    setting, firm, account, contact, email_id, true, false, now
                )
                .run(tx)
                .await?;
                Ok(())
            })
        })
        .await
        .expect("the account is stored");
    ids
}

async fn change(cx: &Cx, what: Change, user: UserId) {
    let (firm, now) = (cx.firm.id, cx.now());
    cx.db
        .write(move |tx| {
            Box::pin(async move {
                match what {
                    Change::Assign(account) => sql!(
                        "INSERT INTO account_assignment (firm_id, account_id, user_id) VALUES ($1, $2, $3)",
                        firm,
                        account,
                        user
                    )
                    .run(tx)
                    .await?,
                    Change::Pending => {
                        sql!(
                            "UPDATE session SET stage = 'pending' WHERE firm_id = $1 AND user_id = $2",
                            firm,
                            user
                        )
                        .run(tx)
                        .await?
                    }
                    Change::Revoke => {
                        sql!(
                            "UPDATE session SET revoked_at = $3 WHERE firm_id = $1 AND user_id = $2",
                            firm,
                            user,
                            now
                        )
                        .run(tx)
                        .await?
                    }
                    Change::Idle => {
                        sql!(
                            "UPDATE session SET last_seen_at = $3 WHERE firm_id = $1 AND user_id = $2",
                            firm,
                            user,
                            now.plus(-25 * kernel::Ts::HOUR)
                        )
                        .run(tx)
                        .await?
                    }
                    Change::Expire => {
                        sql!(
                            "UPDATE session SET expires_at = $3 WHERE firm_id = $1 AND user_id = $2",
                            firm,
                            user,
                            now
                        )
                        .run(tx)
                        .await?
                    }
                    Change::Disable => {
                        sql!(
                            "UPDATE portal_user SET disabled_at = $3 WHERE firm_id = $1 AND id = $2",
                            firm,
                            user,
                            now
                        )
                        .run(tx)
                        .await?
                    }
                    Change::Deactivate => {
                        sql!(
                            "UPDATE staff_member SET deactivated_at = $3 WHERE firm_id = $1 AND user_id = $2",
                            firm,
                            user,
                            now
                        )
                        .run(tx)
                        .await?
                    }
                };
                Ok(())
            })
        })
        .await
        .expect("the change is stored");
}

#[derive(Clone, Copy)]
enum Change {
    Assign(AccountId),
    Pending,
    Revoke,
    Idle,
    Expire,
    Disable,
    Deactivate,
}

/// Sets the stage.
pub async fn stage(site: &TestSite) -> Stage {
    let cx = site.cx();
    let a = place(&cx, "A1", "Acme Ltd", "Anna Acme", "anna@acme.example", false).await;
    let b = place(&cx, "B1", "Bolt Ltd", "Bob Bolt", "bob@bolt.example", false).await;
    place(&cx, "O1", "Old Ltd", "Olga Old", "olga@old.example", true).await;
    let other = site.t.other_firm().await;
    let other_cx = site.t.cx_of(&other);
    place(&other_cx, "A1", &format!("{CANARY} Ltd"), &format!("{CANARY} Client"), "anna@acme.example", false)
        .await;
    place(&other_cx, "Z9", &format!("{CANARY} Zeta"), &format!("{CANARY} Person"), "zoe@zeta.example", false)
        .await;
    // What is stored without the product's acts is not known to the search yet.
    clients::search::index_all(&cx.db, cx.now()).await.expect("the index is made");

    let mut actors = vec![Actor { name: "anonymous", kind: Kind::Stranger, token: None }];
    let mut add = |name, kind, token| actors.push(Actor { name, kind, token: Some(token) });
    add("made-up token", Kind::Stranger, "x".repeat(43));
    add(
        "client of A",
        Kind::ClientOfA,
        session(site, &cx, people::user(&cx, "anna@acme.example", "Anna Acme").await).await,
    );
    add(
        "client of B",
        Kind::ClientOfB,
        session(site, &cx, people::user(&cx, "bob@bolt.example", "Bob Bolt").await).await,
    );
    add(
        "client of an archived account",
        Kind::ClientOfNone,
        session(site, &cx, people::user(&cx, "olga@old.example", "Olga Old").await).await,
    );
    add(
        "other firm's client with the same address",
        Kind::Stranger,
        session(site, &other_cx, people::user(&other_cx, "anna@acme.example", "Anna Elsewhere").await).await,
    );
    let stranger = people::staff_named(&other_cx, "boss@other.example", "Other Boss", Role::Owner, &[]).await;
    add("other firm's owner", Kind::Stranger, session(site, &other_cx, stranger.user()).await);

    let all = &Right::ALL;
    let changing: Vec<Right> = all
        .iter()
        .copied()
        .filter(|it| !matches!(it, Right::ViewAllAccounts | Right::ViewAllContacts))
        .collect();
    let knowing: Vec<Right> = all.iter().copied().filter(|it| *it != Right::ViewAllAccounts).collect();
    for (name, email, kind, role, rights, assigned) in [
        ("owner", "owner@weber.example", Kind::Chief, Role::Owner, &[][..], None),
        ("admin", "admin@weber.example", Kind::Admin, Role::Admin, &[][..], None),
        ("employee with all rights", "all@weber.example", Kind::Employee, Role::Employee, &all[..], None),
        (
            "restricted employee of A",
            "ra@weber.example",
            Kind::AssignedToA,
            Role::Employee,
            &changing,
            Some(a.account),
        ),
        (
            "restricted employee of B",
            "rb@weber.example",
            Kind::AssignedToB,
            Role::Employee,
            &changing,
            Some(b.account),
        ),
        (
            "restricted employee of B who sees all contacts",
            "rc@weber.example",
            Kind::AssignedToBKnowsAll,
            Role::Employee,
            &knowing,
            Some(b.account),
        ),
        (
            "employee who only looks",
            "look@weber.example",
            Kind::Onlooker,
            Role::Employee,
            &[Right::ViewAllAccounts],
            None,
        ),
    ] {
        let staff = people::staff_named(&cx, email, name, role, rights).await;
        if let Some(account) = assigned {
            change(&cx, Change::Assign(account), staff.user()).await;
        }
        add(name, kind, session(site, &cx, staff.user()).await);
    }
    for (name, email, kind, what) in [
        ("between password and code", "pending@weber.example", Kind::Pending, Change::Pending),
        ("signed out", "out@weber.example", Kind::Stranger, Change::Revoke),
        ("idle too long", "idle@weber.example", Kind::Stranger, Change::Idle),
        ("session expired", "expired@weber.example", Kind::Stranger, Change::Expire),
        ("disabled", "disabled@weber.example", Kind::Stranger, Change::Disable),
        ("former employee", "former@weber.example", Kind::ClientOfNone, Change::Deactivate),
    ] {
        let staff = people::staff_named(&cx, email, name, Role::Admin, &[]).await;
        let token = session(site, &cx, staff.user()).await;
        change(&cx, what, staff.user()).await;
        add(name, kind, token);
    }
    let member = people::staff_named(&cx, "mia@weber.example", "Mia Member", Role::Employee, &[]).await;
    Stage {
        actors,
        member: member.user(),
        account: "A1".to_owned(),
        setting: a.setting,
        contact: a.contact,
        foreign_code: "Z9".to_owned(),
    }
}

async fn session(site: &TestSite, cx: &Cx, user: UserId) -> String {
    let _ = site;
    people::session(cx, user).await
}

/// A browser that this person has signed in with before: its cookie.
pub async fn known_browser(site: &TestSite, user: UserId) -> (String, String) {
    let cx = site.cx();
    let (secret, now) = ("B".repeat(43), cx.now());
    let hash = platform::keys::token_hash(&secret);
    let (id, firm) = (kernel::BrowserId(cx.ids.next()), cx.firm.id);
    let known = cx.write(move |tx| {
        Box::pin(async move {
            Ok(sql!(
                "INSERT INTO known_browser (id, firm_id, user_id, token_hash, created_at, last_used_at)
                 VALUES ($1, $2, $3, $4, $5, $5)",
                id,
                firm,
                user,
                hash,
                now
            )
            .run(tx)
            .await?)
        })
    });
    known.await.unwrap();
    ("__Host-browser".to_owned(), secret)
}
