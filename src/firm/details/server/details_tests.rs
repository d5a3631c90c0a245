//! Changing a firm's details.

use super::actions;
use crate::testing as story;
use access::gate::{May, Proven, Reply, right::ManageFirm, testing};
use kernel::{AppError, Locale, paths};
use platform::{Cx, on_both, sql};

const BERLIN: [(&str, &str); 12] = [
    ("version", "1"),
    ("name", "Weber & Söhne"),
    ("phone", "+49 30 555-0111"),
    ("email", "post@weber.example"),
    ("address", "Lindenstraße 7\r\n10969 Berlin"),
    ("website", "weber.example"),
    ("time_zone", "Asia/Tokyo"),
    ("locale", "de"),
    ("offer_ja", "true"),
    ("sender_name", "Weber Portal"),
    ("reply_to", "antwort@weber.example"),
    ("invitation_days", "90"),
];

/// The same form with other words in some fields.
fn but<'a>(changes: &[(&str, &'a str)]) -> Vec<(&'static str, &'a str)> {
    let other = |name: &str| changes.iter().find(|(changed, _)| *changed == name).map(|(_, text)| *text);
    BERLIN.iter().map(|(name, text)| (*name, other(name).unwrap_or(text))).collect()
}

/// Sends the form; what is wrong with it, if anything.
async fn save(cx: &Cx, staff: &Proven<May<ManageFirm>>, fields: &[(&str, &str)]) -> Result<(), AppError> {
    match testing::post(cx, testing::as_visitor(staff.who()), paths::FIRM, fields).await? {
        Reply::Again { error, .. } => Err(error),
        _ => Ok(()),
    }
}

async fn stored(cx: &Cx) -> (String, i64) {
    let mut conn = cx.db.read().await.unwrap();
    sql!("SELECT name, version FROM firm WHERE id = $1", cx.firm.id).one(&mut conn).await.unwrap()
}

on_both!(what_is_saved_is_what_the_next_visitor_meets, |t| {
    let cx = t.cx();
    let (eva, other) = (story::eva(&cx).await, t.other_firm().await);
    assert_eq!(story::firm(&cx).await.name, "Weber & Partner");
    save(&cx, &eva, &BERLIN).await.unwrap();
    let firm = story::firm(&cx).await;
    assert_eq!(firm.name, "Weber & Söhne");
    assert_eq!(firm.address.as_deref(), Some("Lindenstraße 7\n10969 Berlin"));
    assert_eq!(firm.website.as_deref(), Some("https://weber.example/"));
    assert_eq!((firm.time_zone.as_str(), firm.locale), ("Asia/Tokyo", Locale::De));
    assert_eq!(firm.languages, [Locale::De, Locale::Ja], "its own language is always offered");
    assert_eq!(firm.invitation_days, 90);
    assert_eq!(story::told(&cx, "firm_details_changed").await, (1, 1));
    let elsewhere = story::firm(&t.cx_of(&other)).await;
    assert_eq!((elsewhere.name.as_str(), elsewhere.invitation_days), ("Other & Co", 30));
    let shown = actions::read(&cx, &eva).await.unwrap();
    assert_eq!((shown.version, shown.languages.len()), (2, 2));
    assert!(shown.zones.iter().any(|zone| zone == "Europe/Berlin"));
});

on_both!(everything_that_is_wrong_is_said_and_nothing_is_saved, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let long = "x".repeat(10_000);
    let faults = async |fields: Vec<(&'static str, &str)>| match save(&cx, &eva, &fields).await {
        Err(AppError::Invalid(faults)) => faults.into_iter().map(|it| it.field).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    for (field, texts) in [
        ("name", vec!["", " ", "a\r\nBcc: x@x.example", "a\u{202e}b", "a\u{0}b", &long]),
        ("phone", vec!["call us", "+", &long]),
        (
            "email",
            vec!["weber", "a@b\r\n.example", "office@10.0.0.1", "info@weber.1", "info@xn--a.example", &long],
        ),
        ("address", vec!["a\u{202e}", &long, "1\n2\n3\n4\n5\n6\n7"]),
        ("website", vec!["javascript:alert(1)", "weber", &long]),
        ("time_zone", vec!["", "Europe/Atlantis", "europe/berlin", "../../etc/passwd", "Europe/Berlin\u{0}"]),
        ("locale", vec!["", "fr", "DE"]),
        ("sender_name", vec!["a\r\nb", &long]),
        ("reply_to", vec!["x", "a@b.example, c@d.example", "office@10.0.0.1", "büro@weber.example"]),
        ("invitation_days", vec!["", "0", "91", "-1", "1.5", "x"]),
    ] {
        for text in texts {
            assert_eq!(faults(but(&[(field, text)])).await, [field], "{text:.30}");
        }
    }
    let all = faults(but(&[("name", ""), ("phone", "x"), ("time_zone", ""), ("invitation_days", "0")])).await;
    assert_eq!(all, ["name", "phone", "time_zone", "invitation_days"]);
    assert_eq!(stored(&cx).await, ("Weber & Partner".to_owned(), 1));
    assert_eq!(story::told(&cx, "firm_details_changed").await, (0, 0));
});

on_both!(of_two_who_save_at_once_one_is_told, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let (one, two) = (but(&[("name", "One")]), but(&[("name", "Two")]));
    let (first, second) = tokio::join!(save(&cx, &eva, &one), save(&cx, &eva, &two));
    assert!(first.is_ok() != second.is_ok());
    assert_eq!(first.err().or(second.err()), Some(AppError::Conflict));
    assert_eq!(story::told(&cx, "firm_details_changed").await, (1, 1));
    let again = save(&cx, &eva, &one).await;
    assert_eq!(again, Err(AppError::Conflict), "a form sent twice changes nothing");
});

on_both!(the_right_is_asked_at_the_door, |t| {
    let cx = t.cx();
    let tom = story::tom(&cx).await;
    assert_eq!(story::posted(&cx, &tom, paths::FIRM).await.err(), Some(AppError::NotAllowed));
    assert_eq!(testing::admitted::<ManageFirm>(&tom).err(), Some(AppError::NotAllowed));
    assert_eq!(stored(&cx).await.1, 1);
});
