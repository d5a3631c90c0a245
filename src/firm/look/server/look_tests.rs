//! Colours and logo, on pages and in mails.

use super::actions;
use crate::details;
use crate::look::picture::samples::png;
use crate::testing as story;
use access::gate::{Call, Visitor};
use kernel::AppError;
use platform::firm_profile;
use platform::{Cx, on_both};

async fn logo(cx: &Cx, name: &str) -> Option<Vec<u8>> {
    firm_profile::logo(&mut cx.db.read().await.unwrap(), cx.firm.id, name).await.unwrap()
}

on_both!(colours_are_stored_together_or_not_at_all, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    actions::colour(&cx, &eva, "#8A1C4A", "#222").await.unwrap();
    assert_eq!(story::firm(&cx).await.brand.sheet().as_deref(), Some("1-8a1c4a-222222.css"));
    let refused = actions::colour(&cx, &eva, "#0b6b43", "#ffcc00").await.unwrap_err();
    let said = refused.on("sidebar").unwrap();
    assert!(said.contains("1.5:1") && said.contains("4.5:1"), "{said}");
    let offered = &said[said.rfind('#').unwrap()..][..7];
    assert_eq!(story::firm(&cx).await.brand.sheet().as_deref(), Some("1-8a1c4a-222222.css"));
    actions::colour(&cx, &eva, "#0b6b43", offered).await.expect("what is offered is taken");
    for text in ["", "red", "#1f4fd8;}body{display:none", "\u{0}", &"f".repeat(10_000)] {
        let done = actions::colour(&cx, &eva, text, "").await;
        assert_eq!(done.is_ok(), text.is_empty(), "{text:.20}");
    }
    assert_eq!(story::firm(&cx).await.brand.sheet(), None, "nothing typed is our own");
    assert_eq!(story::told(&cx, "firm_colours_changed").await, (3, 3));
});

on_both!(a_logo_takes_the_place_of_the_last_and_goes_again, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    actions::set_logo(&cx, &eva, png(320, 80)).await.unwrap();
    let first = story::firm(&cx).await.logo.unwrap();
    assert!(first.len() == 36 && first.ends_with(".png"));
    assert_eq!(logo(&cx, &first).await, Some(png(320, 80)));
    actions::set_logo(&cx, &eva, png(320, 80)).await.expect("the same twice");
    assert_eq!(story::firm(&cx).await.logo.as_ref(), Some(&first));
    actions::set_logo(&cx, &eva, png(64, 64)).await.unwrap();
    let second = story::firm(&cx).await.logo.unwrap();
    assert_ne!(first, second);
    assert_eq!(logo(&cx, &first).await, None);
    let other = t.cx_of(&t.other_firm().await);
    assert_eq!(logo(&other, &second).await, None, "another firm's logo is nobody's");
    actions::remove_logo(&cx, &eva).await.unwrap();
    actions::remove_logo(&cx, &eva).await.expect("twice is once");
    assert_eq!(story::firm(&cx).await.logo, None);
    assert_eq!(logo(&cx, &second).await, None);
    assert_eq!(story::told(&cx, "firm_logo_set").await, (3, 3));
    assert_eq!(story::told(&cx, "firm_logo_removed").await, (1, 1));
});

on_both!(what_is_no_logo_is_refused_in_words, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let mut heavy = png(100, 100);
    heavy.resize(512 * 1024, 0);
    actions::set_logo(&cx, &eva, heavy.clone()).await.expect("the largest there may be");
    assert!(actions::read(&cx, &eva).await.unwrap().not_in_mails);
    heavy.push(0);
    for (bytes, word) in [
        (Vec::new(), "choose a file"),
        (heavy, "512 kB"),
        (b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec(), "PNG, JPEG or WebP"),
        (png(4000, 10), "4000 × 10"),
    ] {
        let said = actions::set_logo(&cx, &eva, bytes).await.unwrap_err().on("logo").unwrap();
        assert!(said.contains(word), "{said}");
    }
    assert_eq!(story::told(&cx, "firm_logo_set").await, (1, 1));
});

on_both!(the_right_is_asked_where_the_act_is, |t| {
    let cx = t.cx();
    let tom = story::tom(&cx).await;
    let no = Some(AppError::NotAllowed);
    assert_eq!(actions::read(&cx, &tom).await.err(), no);
    assert_eq!(actions::colour(&cx, &tom, "#123", "#123").await.err(), no);
    assert_eq!(actions::set_logo(&cx, &tom, png(9, 9)).await.err(), no);
    assert_eq!(actions::remove_logo(&cx, &tom).await.err(), no);
    assert_eq!(actions::try_mail(&cx, &tom).await.err(), no);
});

on_both!(a_mail_is_written_on_the_firms_paper, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    actions::try_mail(&cx, &eva).await.unwrap();
    t.drain_mail().await;
    let plain = t.mail.take().pop().unwrap();
    assert_eq!(
        (plain.from.0.as_str(), plain.reply_to.as_deref()),
        ("Weber & Partner", t.firm.email.as_deref())
    );
    assert!(plain.logo.is_none() && !plain.rendered.html.contains("<img"));

    actions::colour(&cx, &eva, "#8a1c4a", "").await.unwrap();
    actions::set_logo(&cx, &eva, png(320, 80)).await.unwrap();
    let form = story::form(&[
        ("version", "1"),
        ("name", "Weber & Partner"),
        ("address", "Lindenstraße 7\n10969 Berlin"),
        ("website", "www.weber.example"),
        ("time_zone", "Europe/Berlin"),
        ("locale", "en"),
        ("sender_name", "Kanzlei Weber"),
        ("reply_to", "antwort@weber.example"),
        ("invitation_days", "30"),
    ]);
    let visitor = Visitor::SignedIn(eva.who().clone());
    let call = Call { cx: cx.clone(), visitor, params: Vec::new(), form };
    assert!((details::doors()[0].run)(call).await.is_ok());
    actions::try_mail(&cx, &eva).await.unwrap();
    t.drain_mail().await;
    let mail = t.mail.take().pop().unwrap();
    assert_eq!(
        (mail.from.0.as_str(), mail.reply_to.as_deref()),
        ("Kanzlei Weber", Some("antwort@weber.example"))
    );
    assert_eq!(mail.logo.as_ref().map(|it| (it.mime, it.bytes.clone())), Some(("image/png", png(320, 80))));
    let html = &mail.rendered.html;
    assert!(html.contains("bgcolor=\"#8a1c4a\"") && html.contains("src=\"cid:logo@portico\""));
    for part in [html, &mail.rendered.text] {
        assert!(part.contains("Lindenstraße 7, 10969 Berlin") && part.contains("https://www.weber.example/"));
    }
    let wire = String::from_utf8(platform::mail::message::build(&mail).unwrap().formatted()).unwrap();
    assert!(wire.contains("multipart/related") && wire.contains("Content-ID: <logo@portico>"));

    // The logo goes while a mail still waits: no hole stays in it.
    actions::try_mail(&cx, &eva).await.unwrap();
    actions::remove_logo(&cx, &eva).await.unwrap();
    t.drain_mail().await;
    let late = t.mail.take().pop().unwrap();
    assert!(late.logo.is_none() && !late.rendered.html.contains("<img"));
});
