//! Whoever holds back the last byte of a request gains nothing by it: what was taken from them meanwhile is taken, for
//! plain forms and for server functions alike (SEC-33..35, AUTH-5, ROLE-7, CRM-14).

use crate::fixtures::{self, Stage};
use crate::site::{Answer, Ask, Held, TestSite};
use access::gate::testing as people;
use directory::testing::a_firm;
use http::StatusCode;
use kernel::{Right, Role, Ts, UserId};
use platform::sql;

const PASSWORD: &str = "Pfefferminz und Eisenbahn";
const NEW_PASSWORD: &str = "Neun Kraniche im Nebel";

/// What happens while the last byte is held back.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Meanwhile {
    Nothing,
    SignOut,
    EndOthers,
    PasswordChange,
    ResetUsed,
    Deactivation,
    RightTaken,
    RoleTaken,
    LoginOff,
    Archived,
}

use Meanwhile::{
    Archived, Deactivation, EndOthers, LoginOff, Nothing, PasswordChange, ResetUsed, RightTaken, RoleTaken,
    SignOut,
};

/// What is sent but for its last byte.
#[derive(Clone, Copy, Debug)]
enum Door {
    Form,
    Function,
}

struct Story {
    site: TestSite,
    stage: Stage,
    owner: String,
    user: UserId,
    email: &'static str,
    /// The session that the held request belongs to.
    token: String,
    /// The cookie of a browser they used before, if it is one.
    browser: Option<(String, String)>,
}

impl Story {
    /// Somebody with a password, signed in: Anna of account A, or Mika, who works here in this role.
    async fn begin(role: Option<Role>) -> Self {
        let site = TestSite::sqlite().await;
        let stage = fixtures::stage(&site).await;
        let cx = site.cx();
        let owner = stage.token("owner").to_owned();
        let (email, user) = match role {
            None => ("anna@acme.example", people::find_user(&cx, "anna@acme.example").await.unwrap()),
            Some(role) => {
                let rights = [Right::ViewAllAccounts, Right::ManageAccounts];
                let mika = people::staff_named(&cx, "mika@weber.example", "Mika Maier", role, &rights).await;
                ("mika@weber.example", mika.user())
            }
        };
        a_firm(&cx).give_password(user, PASSWORD).await;
        let token = site.session(user).await;
        Self { site, stage, owner, user, email, token, browser: None }
    }

    /// A write of this person, but for its last byte.
    async fn hold(&self, door: Door) -> Held {
        let setting = self.stage.setting.to_string();
        let (path, form) = match (door, self.email) {
            (Door::Form, "anna@acme.example") => (
                "/portal/A1/settings/notifications",
                vec![("setting", setting.as_str()), ("item", "chat_message"), ("on", "false")],
            ),
            (Door::Function, "anna@acme.example") => (
                "/portal/A1/settings/notifications",
                vec![
                    ("setting", setting.as_str()),
                    ("item", "chat_message"),
                    ("on", "false"),
                    ("tab", "one"),
                ],
            ),
            (Door::Form, _) => ("/app/accounts/new", vec![("name", "Held Ltd"), ("kind", "company")]),
            (Door::Function, _) => (
                "/app/accounts/A1/info/switch",
                vec![
                    ("setting", setting.as_str()),
                    ("which", "notify"),
                    ("on", "false"),
                    ("version", "2"),
                    ("confirmed", "true"),
                    ("tab", "one"),
                ],
            ),
        };
        let ask = match door {
            Door::Form => Ask::post(path, &form),
            Door::Function => Ask::call(path, &form),
        };
        let mut ask = ask.by(&self.token);
        ask.cookies.extend(self.browser.clone());
        let held = self.site.hold(ask).await;
        assert!(held.is_awaited, "{path} was answered before its last byte");
        held
    }

    /// Posts a form that must work.
    async fn send(&self, token: &str, path: &str, form: &[(&str, &str)]) -> Answer {
        let answer = self.site.ask(Ask::post(path, form).by(token)).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}: {}", answer.body);
        answer
    }

    async fn happen(&self, what: Meanwhile) {
        let member = format!("/app/settings/team/{}", self.user);
        let here = self.site.session(self.user).await;
        let setting = self.stage.setting.to_string();
        let owner = self.owner.as_str();
        match what {
            Nothing => {}
            SignOut => drop(self.send(&self.token, "/logout", &[]).await),
            EndOthers => drop(self.send(&here, "/account/sessions/end-others", &[("back", "/")]).await),
            PasswordChange => {
                let form = [("current", PASSWORD), ("password", NEW_PASSWORD)];
                let answer = self.send(&here, "/account/password", &form).await;
                assert!(answer.session().is_some());
            }
            ResetUsed => self.reset().await,
            Deactivation => drop(self.send(owner, &format!("{member}/deactivate"), &[]).await),
            RightTaken => {
                let form = [("version", "1"), ("view_all_accounts", "true")];
                self.send(owner, &member, &form).await;
            }
            RoleTaken => drop(self.send(owner, &member, &[("version", "1"), ("role", "employee")]).await),
            LoginOff => {
                let form = [
                    ("setting", setting.as_str()),
                    ("which", "login"),
                    ("on", "false"),
                    ("version", "2"),
                    ("confirmed", "true"),
                ];
                let answer = self.send(owner, "/app/accounts/A1/info/switch", &form).await;
                assert_eq!(answer.location(), "/app/accounts/A1/info");
            }
            Archived => drop(self.send(owner, "/app/accounts/A1/archive", &[("version", "1")]).await),
        }
    }

    async fn reset(&self) {
        let asked = self.site.ask(Ask::post("/password/forgot", &[("email", self.email)])).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER);
        platform::work::run_due(&self.site.t.platform).await.unwrap();
        self.site.t.drain_mail().await;
        let text = self.site.t.mail.sent_to(self.email).pop().unwrap().rendered.text;
        let (_, rest) = text.split_once("https://portal.weber.example").unwrap();
        let link = rest.split_whitespace().next().unwrap();
        let done = self.site.use_link(link, "/password/reset", &[("password", NEW_PASSWORD)]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    }

    /// How many of the held writes took effect.
    async fn effects(&self) -> i64 {
        let cx = self.site.cx();
        let mut conn = cx.db.read().await.unwrap();
        let (n,): (i64,) = sql!(
            "SELECT (SELECT COUNT(*) FROM account WHERE firm_id = $1 AND name = 'Held Ltd')
                + (SELECT COUNT(*) FROM contact_setting WHERE firm_id = $1 AND id = $2 AND NOT notify)
                + (SELECT COUNT(*) FROM notify_choice WHERE firm_id = $1)",
            cx.firm.id,
            self.stage.setting
        )
        .one(&mut conn)
        .await
        .unwrap();
        n
    }
}

/// Every door, with everything that may happen meanwhile; the status that the function answers.
async fn all(role: Option<Role>, cases: &[(Meanwhile, StatusCode)]) {
    let mut faults = Vec::new();
    for (meanwhile, wanted) in cases {
        for door in [Door::Form, Door::Function] {
            let story = Story::begin(role).await;
            let held = story.hold(door).await;
            story.happen(*meanwhile).await;
            let answer = held.finish().await;
            let effects = story.effects().await;
            let to_sign_in = answer.location().starts_with("/login");
            let fine = match (*meanwhile, door) {
                (Nothing, Door::Form) => {
                    effects == 1 && answer.status == StatusCode::SEE_OTHER && !to_sign_in
                }
                (Nothing, Door::Function) => effects == 1 && answer.status == *wanted,
                (_, Door::Form) if *wanted == StatusCode::UNAUTHORIZED => effects == 0 && to_sign_in,
                _ => effects == 0 && answer.status == *wanted,
            };
            if !fine {
                let (status, to) = (answer.status, answer.location());
                faults.push(format!("{meanwhile:?}, {door:?}: {effects} done, {status} {to}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

const OVER: StatusCode = StatusCode::UNAUTHORIZED;

#[tokio::test(flavor = "multi_thread")]
async fn what_a_colleague_lost_while_the_last_byte_was_held_back_is_lost() {
    let cases = [
        (Nothing, StatusCode::OK),
        (SignOut, OVER),
        (EndOthers, OVER),
        (PasswordChange, OVER),
        (ResetUsed, OVER),
        (Deactivation, OVER),
        (RightTaken, StatusCode::FORBIDDEN),
    ];
    all(Some(Role::Employee), &cases).await;
    all(Some(Role::Admin), &[(RoleTaken, StatusCode::FORBIDDEN), (Deactivation, OVER)]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_client_lost_while_the_last_byte_was_held_back_is_lost() {
    let cases = [
        (Nothing, StatusCode::OK),
        (SignOut, OVER),
        (EndOthers, OVER),
        (PasswordChange, OVER),
        (ResetUsed, OVER),
        (LoginOff, StatusCode::NOT_FOUND),
        (Archived, StatusCode::NOT_FOUND),
    ];
    all(None, &cases).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stolen_cookie_invites_nobody_past_a_change_of_the_password() {
    let story = Story::begin(Some(Role::Admin)).await;
    let form =
        [("name", "Tom Thief"), ("email", "tom@thief.example"), ("role", "employee"), ("locale", "en")];
    let invite = || Ask::post("/app/settings/team/invite", &form).by(&story.token);
    let held = story.site.hold(invite()).await;
    assert!(held.is_awaited);
    story.happen(PasswordChange).await;
    let answer = held.finish().await;
    assert!(answer.location().starts_with("/login"), "{} {}", answer.status, answer.location());
    story.site.t.drain_mail().await;
    assert!(story.site.t.mail.sent_to("tom@thief.example").is_empty());
    let cx = story.site.cx();
    let invited: (i64,) = sql!("SELECT COUNT(*) FROM staff_invitation WHERE firm_id = $1", cx.firm.id)
        .one(&mut cx.db.read().await.unwrap())
        .await
        .unwrap();
    assert_eq!(invited.0, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_and_came_too_late_waits_for_its_owner() {
    let mut story = Story::begin(Some(Role::Employee)).await;
    let browser = fixtures::known_browser(&story.site, story.user).await;
    story.browser = Some(browser.clone());
    let held = story.hold(Door::Form).await;
    // Nobody ended this session: it ran out.
    story.site.t.clock.advance(30 * Ts::MINUTE);
    let answer = held.finish().await;
    let (_, next) = answer.location().split_once("/login?next=").unwrap();
    let next = form_urlencoded::parse(format!("next={next}").as_bytes()).next().unwrap().1.into_owned();
    let again = story.site.session(story.user).await;
    let mut ask = Ask::get(&next).by(&again);
    ask.cookies.push(browser);
    let page = story.site.ask(ask).await;
    assert!(page.body.contains("Held Ltd"), "{next}: {}", page.status);
}
