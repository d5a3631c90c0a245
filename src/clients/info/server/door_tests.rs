//! The plain forms of this area: where they lead, what they say to bad input, and that nothing typed is lost.

use crate::info::Which;
use crate::testing as story;
use access::gate::{Door, Reply, Staff, testing};
use kernel::{AppError, Outcome, paths};
use platform::{Cx, on_both};

const ANNA: &str = "anna@meier.example";

/// Posts to the door with this path, as the server would.
async fn post(
    cx: &Cx,
    staff: &Staff,
    path: &str,
    params: &[(&str, &str)],
    fields: &[(&str, &str)],
) -> Result<Reply, AppError> {
    story::post(cx, staff, &testing::filled(path, params), fields).await
}

fn leads_to(reply: Result<Reply, AppError>) -> String {
    match reply {
        Ok(Reply::To(to) | Reply::With { to, .. }) => to,
        Ok(Reply::Again { outcome, .. } | Reply::Shown { outcome, .. } | Reply::Confirm { outcome, .. }) => {
            panic!("shown again: {outcome:?}")
        }
        Ok(Reply::As { then, .. }) => leads_to(*then),
        Ok(Reply::Value { json, .. }) => panic!("for an awake control: {json}"),
        Err(error) => panic!("{error:?}"),
    }
}

fn shown_again(reply: Result<Reply, AppError>) -> (String, Outcome, AppError) {
    match reply {
        Ok(Reply::Again { page, outcome, error }) => (page, outcome, error),
        Ok(Reply::To(to) | Reply::With { to, .. } | Reply::Shown { page: to, .. }) => panic!("led to {to}"),
        Ok(Reply::Confirm { .. } | Reply::As { .. }) => panic!("asked for the password"),
        Ok(Reply::Value { json, .. }) => panic!("for an awake control: {json}"),
        Err(error) => panic!("{error:?}"),
    }
}

const SWITCH: &str = "/app/accounts/{code}/info/switch";

on_both!(a_switch_without_javascript_asks_where_a_dialog_would, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    let id = story::row(&cx, &eva, &code, ANNA).await.id;
    let at = [("code", code.as_str())];
    let fields =
        |which, on, version| [("setting", id.as_str()), ("which", which), ("on", on), ("version", version)];
    let ask = paths::row_login(&code, &id);
    assert_eq!(leads_to(post(&cx, &eva, SWITCH, &at, &fields("login", "true", "1")).await), ask);
    assert!(!story::row(&cx, &eva, &code, ANNA).await.login, "asking is not switching");
    let last = leads_to(post(&cx, &eva, SWITCH, &at, &fields("notify", "false", "1")).await);
    assert_eq!(last, format!("{ask}?off=notify"));
    let info = paths::account_info(&code);
    assert_eq!(leads_to(post(&cx, &eva, SWITCH, &at, &fields("email_sync", "true", "1")).await), info);
    assert!(story::row(&cx, &eva, &code, ANNA).await.email_sync);
    let (page, _, error) =
        shown_again(post(&cx, &eva, SWITCH, &at, &fields("email_sync", "false", "1")).await);
    assert_eq!((page, error), (info, AppError::Conflict));
});

on_both!(forms_with_broken_fields_are_no_requests_at_all, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    let id = story::row(&cx, &eva, &code, ANNA).await.id;
    let at = [("code", code.as_str()), ("setting", id.as_str())];
    let bad = |answer: Result<Reply, AppError>| answer.err();
    for fields in [
        [("setting", id.as_str()), ("which", "login"), ("on", "perhaps"), ("version", "1")],
        [("setting", &id), ("which", "login"), ("on", "true"), ("version", "one")],
        [("setting", &id), ("which", "everything"), ("on", "true"), ("version", "1")],
    ] {
        assert_eq!(
            bad(post(&cx, &eva, SWITCH, &at, &fields).await),
            Some(AppError::BadRequest),
            "{fields:?}"
        );
    }
    let login = "/app/accounts/{code}/info/emails/{setting}/login";
    let strange = [("how", "loudly"), ("version", "1")];
    assert_eq!(bad(post(&cx, &eva, login, &at, &strange).await), Some(AppError::BadRequest));
    let nobody = [("code", code.as_str()), ("setting", "nonsense")];
    for door in ["login", "invite", "reset-password", "change", "notifications"] {
        let path = format!("/app/accounts/{{code}}/info/emails/{{setting}}/{door}");
        let fields =
            [("how", "quiet"), ("version", "1"), ("email", "a@b.example"), ("item", ""), ("on", "true")];
        assert_eq!(bad(post(&cx, &eva, &path, &nobody, &fields).await), Some(AppError::NotFound), "{door}");
    }
    let edit = [("version", "x"), ("name", "A"), ("kind", "other")];
    assert_eq!(
        bad(post(&cx, &eva, "/app/accounts/{code}/edit", &at, &edit).await),
        Some(AppError::BadRequest)
    );
});

on_both!(what_was_typed_comes_back_with_what_is_wrong, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    let id = story::row(&cx, &eva, &code, ANNA).await.id;
    let at = [("code", code.as_str()), ("setting", id.as_str())];
    let change = "/app/accounts/{code}/info/emails/{setting}/change";
    let (page, outcome, error) = shown_again(post(&cx, &eva, change, &at, &[("email", "no address")]).await);
    assert_eq!((page, error.status()), (paths::row_address(&code, &id), 422));
    assert!(outcome.on("change", "email").is_some());
    assert_eq!(outcome.value("change", "email").as_deref(), Some("no address"));
    let new = [("name", ""), ("kind", "company"), ("contact", "Jo"), ("email", "broken"), ("locale", "de")];
    let (_, outcome, _) = shown_again(post(&cx, &eva, "/app/accounts/new", &[], &new).await);
    assert!(outcome.on("account", "name").is_some() && outcome.on("account", "email").is_some());
    assert_eq!(outcome.value("account", "contact").as_deref(), Some("Jo"));
    let add = [("name", "Jo"), ("locale", "en"), ("email", ANNA), ("role", "Chef")];
    let (_, outcome, _) = shown_again(post(&cx, &eva, "/app/accounts/{code}/contacts/new", &at, &add).await);
    assert!(outcome.on("contact", "email").is_some(), "the address is known");
    assert_eq!(outcome.value("contact", "role").as_deref(), Some("Chef"));
    let invite = "/app/accounts/{code}/info/emails/{setting}/invite";
    let (_, outcome, error) = shown_again(post(&cx, &eva, invite, &at, &[("message", "Hello")]).await);
    assert_eq!(error.status(), 409, "LOGIN is off");
    assert_eq!(outcome.value("invite", "message").as_deref(), Some("Hello"));
    let contact = story::group_of(&cx, &eva, &code, ANNA).await;
    let at = [("id", contact.as_str())];
    let (_, outcome, _) =
        shown_again(post(&cx, &eva, "/app/contacts/{id}/emails", &at, &[("email", "x")]).await);
    assert!(outcome.on("address", "email").is_some());
    let words = [("version", "1"), ("name", ""), ("locale", "xx")];
    let (_, outcome, _) = shown_again(post(&cx, &eva, "/app/contacts/{id}", &at, &words).await);
    assert!(outcome.on("contact", "name").is_some() && outcome.on("contact", "locale").is_some());
});

on_both!(a_person_and_their_account_are_made_by_one_form, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let fields = [
        ("name", ""),
        ("kind", "individual"),
        ("contact", "Jo Adler"),
        ("email", "jo@adler.example"),
        ("locale", "de"),
    ];
    let to = leads_to(post(&cx, &eva, "/app/accounts/new", &[], &fields).await);
    assert_eq!(to, paths::account_info("J1"));
    let tab = story::tab(&cx, &eva, "J1").await;
    assert_eq!((tab.name.as_str(), tab.contacts[0].name.as_str()), ("Jo Adler", "Jo Adler"));
});

on_both!(the_whole_life_of_an_account_by_plain_forms, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    let id = story::row(&cx, &eva, &code, ANNA).await.id;
    let at = [("code", code.as_str()), ("setting", id.as_str())];
    let info = paths::account_info(&code);
    let login = "/app/accounts/{code}/info/emails/{setting}/login";
    let fields = [("how", "invite"), ("version", "1"), ("message", "Welcome")];
    assert_eq!(leads_to(post(&cx, &eva, login, &at, &fields).await), info);
    t.drain_mail().await;
    assert!(t.mail.sent_to(ANNA)[0].rendered.text.contains("Welcome"));
    let off = [
        ("setting", id.as_str()),
        ("which", "login"),
        ("on", "false"),
        ("version", "2"),
        ("confirmed", "true"),
    ];
    assert_eq!(leads_to(post(&cx, &eva, SWITCH, &at, &off).await), info);
    assert_eq!(
        leads_to(post(&cx, &eva, "/app/accounts/{code}/archive", &at, &[("version", "1")]).await),
        info
    );
    let (_, _, error) =
        shown_again(post(&cx, &eva, "/app/accounts/{code}/archive", &at, &[("version", "1")]).await);
    assert_eq!(error, AppError::Conflict);
    assert_eq!(
        leads_to(post(&cx, &eva, "/app/accounts/{code}/reactivate", &at, &[("version", "2")]).await),
        info
    );
    assert!(!story::row(&cx, &eva, &code, ANNA).await.is_on(Which::Login));
});

on_both!(without_the_right_every_door_is_shut, |t| {
    let cx = t.cx();
    let ina = story::ina(&cx).await;
    for door in Door::all()
        .iter()
        .filter(|it| it.path().starts_with("/app/") && !it.path().starts_with("/app/settings"))
    {
        let answer = post(&cx, &ina, door.path(), &[], &[]).await;
        assert_eq!(answer.err(), Some(AppError::NotAllowed), "{}", door.path());
    }
});

on_both!(the_fourth_reset_within_an_hour_is_refused_with_what_to_do_instead, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    story::click(&cx, &eva, &code, ANNA, Which::Login, true).await.unwrap();
    testing::user(&cx, ANNA, "Anna").await;
    let id = story::row(&cx, &eva, &code, ANNA).await.id;
    let at = [("code", code.as_str()), ("setting", id.as_str())];
    let door = "/app/accounts/{code}/info/emails/{setting}/reset-password";
    for _ in 0..3 {
        assert_eq!(leads_to(post(&cx, &eva, door, &at, &[]).await), paths::account_info(&code));
    }
    let (page, outcome, error) = shown_again(post(&cx, &eva, door, &at, &[]).await);
    assert_eq!(page, paths::row_reset(&code, &id));
    let AppError::TooMany(seconds) = error else { panic!("with Retry-After: {error:?}") };
    let words = outcome.problem.unwrap();
    assert!(
        words.contains("24 hours") && words.contains(&format!("{} min", seconds.div_ceil(60))),
        "{words}"
    );
});
