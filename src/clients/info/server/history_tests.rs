//! The state machine of a grant (requirements, 4) against a model, in ten thousand histories.

use super::actions;
use crate::accounts::server::actions as accounts;
use crate::info::model::{Chip, Which};
use crate::testing as story;
use access::invitations::links_for_testing::accept_mailed;
use futures::future::join_all;
use kernel::{AppError, Ts};
use platform::rng::{Rng, SeededRng};
use platform::testing::{On, TestPlatform};
use platform::{Cx, sql};

/// Addresses whose histories run side by side.
const WORLDS: usize = 50;
const LONGEST: usize = 8;

/// What somebody does; the number is one of the two accounts of the address.
#[derive(Clone, Copy, Debug)]
enum Deed {
    On(usize),
    OnWithMail(usize),
    Off(usize),
    Invite(usize),
    Archive(usize),
    Reactivate(usize),
    /// With the link of the newest mail, or one so many mails older.
    Accept(usize),
}

impl Deed {
    fn any(dice: &SeededRng) -> Self {
        let mut bytes = [0; 2];
        dice.fill(&mut bytes);
        let at = usize::from(bytes[0] % 2);
        match bytes[1] % 12 {
            0 => Deed::On(at),
            1..=3 => Deed::OnWithMail(at),
            4 | 5 => Deed::Off(at),
            6 => Deed::Invite(at),
            7 => Deed::Archive(at),
            8 => Deed::Reactivate(at),
            9 => Deed::Accept(1),
            _ => Deed::Accept(0),
        }
    }
}

/// What must be true of one address and its two accounts.
#[derive(Clone, Debug, Default)]
struct Model {
    login: [bool; 2],
    archived: [bool; 2],
    active: bool,
    /// Until when the newest mailed invitation can be accepted, while nothing has ended it.
    invitation: Option<Ts>,
}

impl Model {
    fn wanted(&self) -> bool {
        (0..2).any(|at| self.login[at] && !self.archived[at])
    }

    /// Whether the deed succeeds; if so it has happened.
    fn step(&mut self, deed: Deed, now: Ts) -> bool {
        let until = Some(now.plus(30 * Ts::DAY));
        match deed {
            Deed::On(at) | Deed::OnWithMail(at) if !self.login[at] => {
                self.login[at] = true;
                if matches!(deed, Deed::OnWithMail(_)) && !self.active && !self.archived[at] {
                    self.invitation = until;
                }
            }
            Deed::Off(at) if self.login[at] => {
                self.login[at] = false;
                // Nothing waits for this address any more, so its links end (INV-5). An archive only suspends them.
                if !self.wanted() {
                    self.invitation = None;
                }
            }
            Deed::Invite(at) if self.login[at] && !self.archived[at] && !self.active => {
                self.invitation = until
            }
            Deed::Archive(at) if !self.archived[at] => self.archived[at] = true,
            Deed::Reactivate(at) if self.archived[at] => self.archived[at] = false,
            Deed::Accept(0) if self.wanted() && self.invitation.is_some_and(|until| now < until) => {
                self.active = true;
                self.invitation = None;
            }
            _ => return false,
        }
        true
    }

    fn agrees(&self, at: usize, chip: &Chip, now: Ts) -> bool {
        if !self.login[at] {
            return *chip == Chip::Off;
        }
        if self.archived[at] {
            return *chip == Chip::Suspended;
        }
        match (self.active, self.invitation) {
            (true, _) => matches!(chip, Chip::Active(_)),
            (false, None) => *chip == Chip::NotInvited,
            (false, Some(until)) if now < until => matches!(chip, Chip::Invited(_)),
            (false, Some(_)) => matches!(chip, Chip::Expired(_)),
        }
    }
}

/// One address with its two accounts.
struct World {
    email: String,
    codes: [String; 2],
    versions: [i64; 2],
    model: Model,
    told: Vec<(Deed, bool)>,
}

impl World {
    async fn new(cx: &Cx, eva: &story::Manager, number: usize) -> Self {
        let email = format!("w{number}@history.example");
        let one = story::account(cx, eva, &format!("One {number}")).await;
        let two = story::account(cx, eva, &format!("Two {number}")).await;
        story::contact(cx, eva, &one, &format!("Person {number}"), &email).await;
        story::link(cx, eva, &one, &email, &two).await;
        Self { email, codes: [one, two], versions: [1, 1], model: Model::default(), told: Vec::new() }
    }

    async fn act(&mut self, cx: &Cx, eva: &story::Manager, deed: Deed) {
        let should = self.model.step(deed, cx.now());
        let done = match deed {
            Deed::On(at) => story::click(cx, eva, &self.codes[at], &self.email, Which::Login, true).await,
            Deed::Off(at) if should => {
                story::click(cx, eva, &self.codes[at], &self.email, Which::Login, false).await
            }
            // Off once more changes nothing and is no mistake.
            Deed::Off(_) => Err(AppError::Conflict),
            Deed::OnWithMail(at) => {
                let row = story::row(cx, eva, &self.codes[at], &self.email).await;
                let words = Some(String::new());
                actions::allow_login(
                    cx,
                    &story::sure(eva),
                    &self.codes[at],
                    story::id(&row),
                    row.version,
                    words,
                )
                .await
            }
            Deed::Invite(at) => {
                let row = story::row(cx, eva, &self.codes[at], &self.email).await;
                actions::invite(cx, eva, &self.codes[at], story::id(&row), String::new()).await.map(drop)
            }
            Deed::Archive(at) if should => self.move_account(cx, eva, at, true).await,
            Deed::Reactivate(at) if should => self.move_account(cx, eva, at, false).await,
            Deed::Archive(_) | Deed::Reactivate(_) => Err(AppError::Conflict),
            Deed::Accept(older) => accept_mailed(cx, &self.email, older).await,
        };
        self.told.push((deed, should));
        assert_eq!(done.is_ok(), should, "{done:?} after {:?}", self.told);
    }

    async fn move_account(
        &mut self,
        cx: &Cx,
        eva: &story::Manager,
        at: usize,
        away: bool,
    ) -> Result<(), AppError> {
        let version = self.versions[at];
        self.versions[at] += 1;
        if away {
            accounts::archive(cx, eva, &self.codes[at], version).await
        } else {
            accounts::reactivate(cx, eva, &self.codes[at], version).await
        }
    }

    /// The Info tabs say what the model says.
    async fn check(&self, cx: &Cx, eva: &story::Manager) {
        for at in 0..2 {
            let chip = story::row(cx, eva, &self.codes[at], &self.email).await.chip;
            let agrees = self.model.agrees(at, &chip, cx.now());
            assert!(agrees, "account {at} shows {chip:?} after {:?}, not {:?}", self.told, self.model);
        }
    }
}

/// Everybody as at the beginning; the accounts and addresses stay.
async fn begin_anew(t: &TestPlatform, worlds: &mut [World]) {
    t.platform
        .db
        .write(|tx| {
            Box::pin(async move {
                sql!("UPDATE contact_setting SET login = $1", false).run(tx).await?;
                sql!("UPDATE account SET archived_at = NULL").run(tx).await?;
                sql!("DELETE FROM known_browser WHERE user_id IN (SELECT id FROM portal_user WHERE email_norm LIKE 'w%@history.example')").run(tx).await?;
                sql!("DELETE FROM session WHERE user_id IN (SELECT id FROM portal_user WHERE email_norm LIKE 'w%@history.example')").run(tx).await?;
                sql!("DELETE FROM access_ended").run(tx).await?;
                sql!("DELETE FROM portal_user WHERE email_norm LIKE 'w%@history.example'").run(tx).await?;
                for table in [sql!("DELETE FROM link"), sql!("DELETE FROM invitation"), sql!("DELETE FROM outbox"), sql!("DELETE FROM event"), sql!("DELETE FROM limit_counter")] {
                    table.run(tx).await?;
                }
                Ok(())
            })
        })
        .await
        .unwrap();
    for world in worlds {
        world.model = Model::default();
        world.told.clear();
    }
}

async fn live_through(t: &TestPlatform, histories: usize) {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let dice = SeededRng::new(20_261_122);
    let mut worlds = Vec::with_capacity(WORLDS);
    for number in 0..WORLDS {
        worlds.push(World::new(&cx, &eva, number).await);
    }
    for round in 0..histories.div_ceil(WORLDS) {
        for _ in 0..1 + round % LONGEST {
            // Most often a day passes, and sometimes more than an invitation lasts.
            let mut days = [0];
            dice.fill(&mut days);
            t.clock.advance(if days[0] < 30 { 31 * Ts::DAY } else { Ts::DAY + Ts::MINUTE });
            let deeds: Vec<Deed> = worlds.iter().map(|_| Deed::any(&dice)).collect();
            join_all(worlds.iter_mut().zip(deeds).map(|(world, deed)| world.act(&cx, &eva, deed))).await;
        }
        join_all(worlds.iter().map(|world| world.check(&cx, &eva))).await;
        begin_anew(t, &mut worlds).await;
    }
}

/// `PORTICO_HISTORIES=10000` makes it long (`make long-proofs`).
#[expect(clippy::disallowed_methods, reason = "tests are configured by the environment")]
fn histories(ordinarily: usize) -> usize {
    std::env::var("PORTICO_HISTORIES").ok().and_then(|text| text.parse().ok()).unwrap_or(ordinarily)
}

#[tokio::test(flavor = "multi_thread")]
async fn thousands_of_histories_end_as_the_model_says() {
    let Some(t) = TestPlatform::new(On::Sqlite).await else { return };
    live_through(&t, histories(2_500)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn hundreds_of_histories_end_alike_on_postgres() {
    let Some(t) = TestPlatform::new(On::Postgres).await else { return };
    live_through(&t, histories(1_000)).await;
}
