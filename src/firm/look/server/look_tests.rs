//! Colours and logo, on pages and in mails.

use super::actions;
use crate::testing as story;
use access::gate::{May, right::ManageFirm, testing};
use kernel::{AppError, paths};
use platform::pictures::samples::{CMYK_JPEG, LOSSY_WEBP, png};
use platform::{Cx, logos, on_both, sql};

async fn logo(cx: &Cx, name: &str) -> Option<Vec<u8>> {
    logos::bytes(&mut cx.db.read().await.unwrap(), cx.firm.id, name).await.unwrap()
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
    heavy.push(0);
    for (bytes, word) in [
        (Vec::new(), "choose a file"),
        (heavy, "512 kB"),
        (b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec(), "PNG, JPEG or WebP"),
        (png(4000, 10), "4000 × 10"),
        (png(400, 100)[..200].to_vec(), "damaged or incomplete"),
        (CMYK_JPEG[..CMYK_JPEG.len() - 30].to_vec(), "damaged or incomplete"),
        (LOSSY_WEBP[..40].to_vec(), "damaged or incomplete"),
    ] {
        let said = actions::set_logo(&cx, &eva, bytes).await.unwrap_err().on("logo").unwrap();
        assert!(said.contains(word), "{said}");
    }
    assert_eq!(story::told(&cx, "firm_logo_set").await, (1, 1));
});

on_both!(the_right_is_asked_at_every_door, |t| {
    let cx = t.cx();
    let tom = story::tom(&cx).await;
    let no = Some(AppError::NotAllowed);
    assert_eq!(testing::admitted::<ManageFirm>(&tom).err(), no);
    assert_eq!(story::posted(&cx, &tom, paths::FIRM_LOOK).await.err(), no);
    assert_eq!(story::posted(&cx, &tom, paths::FIRM_LOGO).await.err(), no);
    assert_eq!(story::posted(&cx, &tom, paths::FIRM_LOGO_REMOVE).await.err(), no);
    assert_eq!(story::posted(&cx, &tom, paths::FIRM_TRIAL_MAIL).await.err(), no);
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
    let form = [
        ("version", "1"),
        ("name", "Weber & Partner"),
        ("phone", ""),
        ("email", ""),
        ("address", "Lindenstraße 7\n10969 Berlin"),
        ("website", "www.weber.example"),
        ("time_zone", "Europe/Berlin"),
        ("locale", "en"),
        ("sender_name", "Kanzlei Weber"),
        ("reply_to", "antwort@weber.example"),
        ("invitation_days", "30"),
    ];
    let visitor = testing::as_visitor(eva.who());
    assert!(testing::post(&cx, visitor, paths::FIRM, &form).await.is_ok());
    actions::try_mail(&cx, &eva).await.unwrap();
    t.drain_mail().await;
    let mail = t.mail.take().pop().unwrap();
    assert_eq!(
        (mail.from.0.as_str(), mail.reply_to.as_deref()),
        ("Kanzlei Weber", Some("antwort@weber.example"))
    );
    let logo = mail.logo.as_ref().unwrap();
    assert_eq!((logo.mime, logo.width, logo.height), ("image/png", 160, 40));
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

/// How the picture of the last mail is shown, and what it is.
async fn in_a_mail(t: &platform::testing::TestPlatform, cx: &Cx, eva: &May<ManageFirm>) -> Option<String> {
    actions::try_mail(cx, eva).await.unwrap();
    t.drain_mail().await;
    let mail = t.mail.take().pop().unwrap();
    let logo = mail.logo?;
    assert!(logo.bytes.starts_with(b"\x89PNG"), "whatever was uploaded");
    let (_, rest) = mail.rendered.html.split_once("cid:logo@portico\" alt=\"\" ").unwrap();
    Some(rest.split_once(" style").unwrap().0.to_owned())
}

/// Leaves the logo as it was stored before there were pictures for mails.
async fn forget_picture(cx: &Cx) {
    let firm = cx.firm.id;
    let older = cx.db.write(move |tx| {
        Box::pin(async move {
            let forget = sql!(
                "UPDATE firm_logo SET mail_png = NULL, mail_width = NULL, mail_height = NULL WHERE firm_id = $1",
                firm
            );
            Ok(forget.run(tx).await.map(drop)?)
        })
    });
    older.await.unwrap();
}

on_both!(an_older_logo_that_is_put_up_again_has_its_picture_for_mails, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    actions::set_logo(&cx, &eva, png(320, 80)).await.unwrap();
    forget_picture(&cx).await;
    actions::set_logo(&cx, &eva, png(320, 80)).await.unwrap();
    let (png, width, height): (Option<Vec<u8>>, Option<i64>, Option<i64>) =
        sql!("SELECT mail_png, mail_width, mail_height FROM firm_logo WHERE firm_id = $1", cx.firm.id)
            .one(&mut cx.db.read().await.unwrap())
            .await
            .unwrap();
    assert!(png.is_some_and(|it| it.starts_with(b"\x89PNG")));
    assert_eq!((width, height), (Some(160), Some(40)));
});

on_both!(a_logo_keeps_its_proportions_in_mails_whatever_it_was_made_as, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    for (what, file, shown) in [
        ("wide", png(1200, 100), "width=\"240\" height=\"20\""),
        ("high", png(100, 400), "width=\"10\" height=\"40\""),
        ("small", png(48, 24), "width=\"48\" height=\"24\""),
        ("WebP", LOSSY_WEBP.to_vec(), "width=\"64\" height=\"32\""),
        ("CMYK", CMYK_JPEG.to_vec(), "width=\"64\" height=\"32\""),
    ] {
        actions::set_logo(&cx, &eva, file).await.unwrap();
        assert_eq!(in_a_mail(&t, &cx, &eva).await.as_deref(), Some(shown), "{what}");
    }
    // One from before there were pictures for mails; and the next logo, which the mail that waits shows at its own size.
    forget_picture(&cx).await;
    assert_eq!(in_a_mail(&t, &cx, &eva).await.as_deref(), Some("width=\"64\" height=\"32\""), "an older one");
    actions::try_mail(&cx, &eva).await.unwrap();
    actions::set_logo(&cx, &eva, png(80, 80)).await.unwrap();
    t.drain_mail().await;
    let mail = t.mail.take().pop().unwrap();
    assert!(mail.rendered.html.contains("width=\"40\" height=\"40\""));
});
