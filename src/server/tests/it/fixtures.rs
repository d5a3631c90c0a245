//! The fixtures of the authorization matrix: one firm with two accounts, another firm, and every kind of visitor.

use crate::site::TestSite;
use access::gate::testing::{SessionSeed, a_session};
use directory::testing::{AccountSeed, a_firm};
use kernel::{AccountId, ContactId, Right, SettingId, Ts, UserId};
use platform::Cx;
use platform::sql;

/// Marks everything of the other firm, so that a leak is seen wherever it shows (SEC-47).
pub const CANARY: &str = "Zanzibarkanarie";

/// A visitor and what they hold.
pub struct Actor {
    pub name: &'static str,
    pub kind: Kind,
    pub token: Option<String>,
    session: Option<SessionSeed>,
}

impl Actor {
    async fn playing(name: &'static str, kind: Kind, session: SessionSeed) -> Self {
        let token = Some(session.clone().seed().await);
        Self { name, kind, token, session: Some(session) }
    }

    /// Another session like the one they began with.
    pub async fn begin_again(&self) -> Option<String> {
        match &self.session {
            Some(session) => Some(session.clone().seed().await),
            None => self.token.clone(),
        }
    }
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
    pub account_id: AccountId,
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

/// An account with one contact and one address with LOGIN on.
fn place(cx: &Cx, code: &str, name: &str, person: &str, email: &str) -> AccountSeed {
    a_firm(cx).account(code).named(name).contact(email).called(person).login()
}

/// Sets the stage.
pub async fn stage(site: &TestSite) -> Stage {
    let cx = site.cx();
    let a = place(&cx, "A1", "Acme Ltd", "Anna Acme", "anna@acme.example").seed().await;
    let b = place(&cx, "B1", "Bolt Ltd", "Bob Bolt", "bob@bolt.example").seed().await;
    place(&cx, "O1", "Old Ltd", "Olga Old", "olga@old.example").archived().seed().await;
    let other = site.t.other_firm().await;
    let other_cx = site.t.cx_of(&other);
    for (code, name, person, email) in
        [("A1", "Ltd", "Client", "anna@acme.example"), ("Z9", "Zeta", "Person", "zoe@zeta.example")]
    {
        let [name, person] = [name, person].map(|word| format!("{CANARY} {word}"));
        place(&other_cx, code, &name, &person, email).seed().await;
    }

    let (f, theirs) = (a_firm(&cx), a_firm(&other_cx));
    let mut actors = vec![
        Actor { name: "anonymous", kind: Kind::Stranger, session: None, token: None },
        Actor { name: "made-up token", kind: Kind::Stranger, session: None, token: Some("x".repeat(43)) },
    ];
    for (name, kind, cx, person) in [
        ("client of A", Kind::ClientOfA, &cx, f.person("anna@acme.example").named("Anna Acme")),
        ("client of B", Kind::ClientOfB, &cx, f.person("bob@bolt.example").named("Bob Bolt")),
        (
            "client of an archived account",
            Kind::ClientOfNone,
            &cx,
            f.person("olga@old.example").named("Olga Old"),
        ),
        (
            "other firm's client with the same address",
            Kind::Stranger,
            &other_cx,
            theirs.person("anna@acme.example").named("Anna Elsewhere"),
        ),
        (
            "other firm's owner",
            Kind::Stranger,
            &other_cx,
            theirs.person("boss@other.example").named("Other Boss").owner(),
        ),
    ] {
        actors.push(Actor::playing(name, kind, a_session(cx, person.seed().await)).await);
    }

    let but = |left_out: &[Right]| -> Vec<Right> {
        Right::ALL.into_iter().filter(|right| !left_out.contains(right)).collect()
    };
    let changing = but(&[Right::ViewAllAccounts, Right::ViewAllContacts]);
    let knowing = but(&[Right::ViewAllAccounts]);
    let works = |mailbox: &str| f.person(&format!("{mailbox}@weber.example"));
    for (name, kind, person) in [
        ("owner", Kind::Chief, works("owner").owner()),
        ("admin", Kind::Admin, works("admin").admin()),
        ("employee with all rights", Kind::Employee, works("all").employee(&Right::ALL)),
        ("restricted employee of A", Kind::AssignedToA, works("ra").employee(&changing).assigned_to(&a)),
        ("restricted employee of B", Kind::AssignedToB, works("rb").employee(&changing).assigned_to(&b)),
        (
            "restricted employee of B who sees all contacts",
            Kind::AssignedToBKnowsAll,
            works("rc").employee(&knowing).assigned_to(&b),
        ),
        ("employee who only looks", Kind::Onlooker, works("look").employee(&[Right::ViewAllAccounts])),
        ("disabled", Kind::Stranger, works("disabled").admin().disabled()),
        ("former employee", Kind::ClientOfNone, works("former").admin().former()),
    ] {
        actors.push(Actor::playing(name, kind, a_session(&cx, person.named(name).seed().await)).await);
    }
    let begun =
        async |name: &str, mailbox: &str| a_session(&cx, works(mailbox).named(name).admin().seed().await);
    for (name, kind, session) in [
        (
            "between password and code",
            Kind::Pending,
            begun("between password and code", "pending").await.pending(),
        ),
        ("signed out", Kind::Stranger, begun("signed out", "out").await.signed_out()),
        ("idle too long", Kind::Stranger, begun("idle too long", "idle").await.idle(25 * Ts::HOUR)),
        ("session expired", Kind::Stranger, begun("session expired", "expired").await.expired()),
    ] {
        actors.push(Actor::playing(name, kind, session).await);
    }
    let member = f.staff("Mia").named("Mia Member").seed().await;
    Stage {
        actors,
        member,
        account: "A1".to_owned(),
        account_id: a.id,
        setting: a.setting(),
        contact: a.contact().id,
        foreign_code: "Z9".to_owned(),
    }
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
