//! What changes who can get in asks for the password again (SEC-29): over HTTP, without JavaScript, with the form kept.

use crate::fixtures::{Actor, Stage, stage};
use crate::matrix::fill;
use crate::site::{Answer, Ask, TestSite};
use access::gate::testing as people;
use directory::testing::a_firm;
use kernel::Ts;
use platform::sql;
use server::check::declared;

const PASSWORD: &str = "Pfefferminz und Eisenbahn";
const INVITE: &str = "/app/settings/team/invite";

/// Every form that demands a recent password. A form that begins to, or ceases to, is a decision: write it down here.
const ASKING: &[&str] = &[
    "/account/sessions/end-others",
    "/app/accounts/{code}/info/emails/{setting}/change",
    "/app/accounts/{code}/info/emails/{setting}/keep",
    "/app/accounts/{code}/team",
    "/app/contacts/{id}/emails/{address}",
    "/app/settings/firm",
    "/app/settings/firm/hosts",
    "/app/settings/firm/hosts/check",
    "/app/settings/firm/hosts/main",
    "/app/settings/firm/hosts/remove",
    "/app/settings/team/invitations/{invitation}/resend",
    "/app/settings/team/invitations/{invitation}/withdraw",
    "/app/settings/team/invite",
    "/app/settings/team/{member}",
    "/app/settings/team/{member}/accounts",
    "/app/settings/team/{member}/deactivate",
    "/app/settings/team/{member}/reactivate",
];

/// The owner, with a password, signed in eleven minutes ago.
async fn eva(site: &TestSite) -> String {
    let cx = site.cx();
    stage(site).await;
    let user = people::find_user(&cx, "owner@weber.example").await.unwrap();
    a_firm(&cx).give_password(user, PASSWORD).await;
    let token = site.session(user).await;
    site.t.clock.advance(11 * Ts::MINUTE);
    token
}

const TYPED: [(&str, &str); 5] = [
    ("name", "Ina \"<Klein>\" & Co"),
    ("email", "ina@weber.example"),
    ("role", "employee"),
    ("locale", "de"),
    ("view_all_accounts", "true"),
];

async fn invite(site: &TestSite, token: &str, more: &[(&str, &str)]) -> Answer {
    let typed = TYPED.iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    let form: Vec<_> = more.iter().chain(typed).copied().collect();
    let ask = Ask::post(INVITE, &form).by(token);
    site.ask(ask.with("referer", "https://portal.weber.example/app/settings/team/invite")).await
}

async fn invited(site: &TestSite) -> i64 {
    let cx = site.cx();
    let mut conn = cx.db.read().await.unwrap();
    let (n,): (i64,) = sql!("SELECT COUNT(*) FROM staff_invitation WHERE firm_id = $1", cx.firm.id)
        .one(&mut conn)
        .await
        .unwrap();
    n
}

/// Name and value of every hidden field of the page, unescaped.
fn hidden(body: &str) -> Vec<(String, String)> {
    let value = |rest: &str, name: &str| {
        let (_, rest) = rest.split_once(&format!(" {name}=\""))?;
        let text = rest.split('"').next()?;
        Some(text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
    };
    let inputs = body.split("<input").skip(1).map(|rest| rest.split_once('>').map_or(rest, |(tag, _)| tag));
    let kept = inputs.filter(|tag| tag.contains("type=\"hidden\""));
    kept.map(|tag| (value(tag, "name").unwrap_or_default(), value(tag, "value").unwrap_or_default()))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_form_waits_for_the_password_and_is_done_once() {
    let site = TestSite::sqlite().await;
    let token = eva(&site).await;
    let answer = invite(&site, &token, &[]).await;
    assert_eq!(answer.status, 200);
    assert!(answer.session().is_none(), "asking changes nothing");
    assert!(
        answer.body.contains("Confirm that it’s you")
            && answer.body.contains("action=\"/app/settings/team/invite?for=")
    );
    assert!(answer.body.contains("value=\"owner@weber.example\""), "for the password manager");
    let mut fields = vec![("proof_back".to_owned(), "/app/settings/team/invite".to_owned())];
    fields.extend(TYPED.map(|(name, value)| (name.to_owned(), value.to_owned())));
    assert_eq!(hidden(&answer.body), fields);
    assert!(!answer.body.contains("hydrate("), "the page stays plain");
    assert_eq!(invited(&site).await, 0);

    let wrong = invite(&site, &token, &[("proof", "not this one at all")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("This is not your current password."));
    assert!(!wrong.body.contains("not this one at all"), "a password is never shown again");
    assert_eq!(hidden(&wrong.body).len(), fields.len());
    assert_eq!(invited(&site).await, 0);

    site.t.clock.advance(5 * Ts::SECOND);
    let right = invite(&site, &token, &[("proof", PASSWORD)]).await;
    assert_eq!((right.status.as_u16(), right.location()), (303, "/app/settings/team"));
    assert_eq!(invited(&site).await, 1);
    let renewed = right.session().expect("a new session");
    let old = invite(&site, &token, &[("proof", PASSWORD)]).await;
    assert!(old.location().starts_with("/login"), "the old token is dead (SEC-32)");
    assert_eq!(invited(&site).await, 1);
    let team = site.ask(Ask::get("/app/settings/team").by(&renewed)).await;
    assert!(team.status == 200 && team.body.contains("ina@weber.example"));
    // For ten minutes nothing is asked: the door itself answers, with too many mails to this address.
    assert_eq!(invite(&site, &renewed, &[]).await.status, 429);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mistake_in_the_form_comes_back_to_its_page_under_the_new_session() {
    let site = TestSite::sqlite().await;
    let token = eva(&site).await;
    let answer = invite(&site, &token, &[("proof", PASSWORD), ("email", "none")]).await;
    assert_eq!(answer.status, 422);
    assert!(answer.body.contains("value=\"none\"") && answer.body.contains("Klein"), "{}", answer.body);
    let renewed = answer.session().expect("a new session");
    assert_eq!(site.ask(Ask::get("/app/settings/team").by(&renewed)).await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn guessing_is_limited_and_says_when_to_come_back() {
    let site = TestSite::sqlite().await;
    let token = eva(&site).await;
    for _ in 0..10 {
        site.t.clock.advance(6 * Ts::SECOND);
        assert_eq!(invite(&site, &token, &[("proof", "wrong wrong wrong")]).await.status, 422);
    }
    site.t.clock.advance(6 * Ts::SECOND);
    let refused = invite(&site, &token, &[("proof", PASSWORD)]).await;
    assert_eq!(refused.status, 429);
    assert!(refused.headers.contains_key("retry-after"));
    assert_eq!(hidden(&refused.body).len(), TYPED.len() + 1, "the form is still there");
    assert_eq!(invited(&site).await, 0);
    // Whoever presses on and then waits as long as the answer says is let in.
    for _ in 0..5 {
        site.t.clock.advance(Ts::SECOND);
        assert_eq!(invite(&site, &token, &[("proof", PASSWORD)]).await.status, 429);
    }
    let told = invite(&site, &token, &[("proof", PASSWORD)]).await.headers["retry-after"].clone();
    let seconds: i64 = told.to_str().unwrap().parse().unwrap();
    site.t.clock.advance(seconds * Ts::SECOND);
    assert_eq!(invite(&site, &token, &[("proof", PASSWORD)]).await.status, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_awake_control_that_sends_the_password_stays_signed_in() {
    let site = TestSite::sqlite().await;
    let token = eva(&site).await;
    let form = [&TYPED[..], &[("proof", PASSWORD)]].concat();
    let answer = site.ask(Ask::call(INVITE, &form).by(&token)).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    let renewed = answer.session().expect("the new session's cookie");
    assert_eq!(site.ask(Ask::get("/app/settings/team").by(&renewed)).await.status, 200);
    // So does one whose command refuses.
    site.t.clock.advance(11 * Ts::MINUTE);
    let form = [&form[..1], &[("email", "none"), ("role", "employee"), ("proof", PASSWORD)]].concat();
    let refused = site.ask(Ask::call(INVITE, &form).by(&renewed)).await;
    assert!(refused.status.is_client_error(), "{refused:?}");
    assert!(refused.session().is_some());
}

async fn asks(site: &TestSite, stage: &Stage, path: &str, actor: &Actor) -> Answer {
    let nobody = "0190a000-0000-7000-8000-000000000000";
    let path = path.replace("{id}", nobody).replace("{address}", nobody).replace("{invitation}", nobody);
    let path = fill(&path, stage);
    site.ask(Ask::post(&path, &[]).by(actor.token.as_deref().unwrap_or_default())).await
}

#[tokio::test(flavor = "multi_thread")]
async fn exactly_these_forms_ask_and_they_ask_only_those_who_may_use_them() {
    let site = TestSite::sqlite().await;
    let stage = stage(&site).await;
    site.t.clock.advance(11 * Ts::MINUTE);
    let forms: Vec<_> =
        declared().into_iter().filter(|it| it.kind == "form" && it.path != "/logout").collect();
    let mut asking = Vec::new();
    for form in &forms {
        for actor in &stage.actors {
            let answer = asks(&site, &stage, &form.path, actor).await;
            let asked = answer.body.contains("name=\"proof\"");
            if actor.name == "owner" && asked {
                asking.push(form.path.as_str());
            }
            let refused =
                matches!(answer.status.as_u16(), 401 | 403) || answer.location().starts_with("/login");
            assert!(!(asked && refused), "{} as {}", form.path, actor.name);
            let may = form.path == "/account/sessions/end-others" || actor.name != "client of A";
            assert!(may || !asked, "{} asks a client", form.path);
        }
    }
    asking.sort_unstable();
    assert_eq!(asking, ASKING);
}
