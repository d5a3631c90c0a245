//! What is known of how mail fares, and by whom.

use super::*;
use crate::on_both;
use crate::testing::TestPlatform;

async fn told(t: &TestPlatform, firm: Option<FirmId>, finding: Finding) {
    let p = t.platform.clone();
    t.platform.db.write(move |tx| Box::pin(async move { note(tx, &p, firm, finding).await })).await.unwrap();
    t.platform.mail_health.forget();
}

fn trouble(kind: Trouble, words: &str) -> Finding {
    Finding::Trouble(kind, words.to_owned())
}

/// "Relay access denied", said of this address.
fn denied(to: &str) -> Finding {
    Finding::suspicion(Trouble::Relay, "554 5.7.1 Relay access denied", to)
}

/// A mail of this firm went before, or long ago.
async fn one_went(t: &TestPlatform, firm: FirmId) {
    mail(t, firm, "sent", None).await;
}

/// A mail of this firm was tried and is tried again.
async fn one_waits(t: &TestPlatform, firm: FirmId) {
    mail(t, firm, "pending", Some("451 later")).await;
}

async fn mail(t: &TestPlatform, firm: FirmId, state: &'static str, reply: Option<&'static str>) {
    let id = t.platform.ids.next();
    let now = t.platform.clock.now();
    let insert = sql!(
        "INSERT INTO outbox (id, firm_id, kind, priority, to_address, subject_sealed, state, attempts, next_at,
            give_up_at, fence, created_at, last_reply)
         VALUES ($1, $2, 'security', 0, 'owner@weber.example', $3, $5, 1, $4, $4, 1, $4, $6)",
        id,
        firm,
        Vec::<u8>::new(),
        now,
        state,
        reply
    );
    t.platform.db.write(move |tx| Box::pin(async move { Ok(insert.run(tx).await?) })).await.unwrap();
}

async fn fares(t: &TestPlatform) -> MailHealth {
    read(&t.platform, Some(t.firm.id)).await.unwrap()
}

on_both!(trouble_has_a_beginning_and_the_servers_words_without_addresses, |t| {
    let firm = Some(t.firm.id);
    assert_eq!(read(&t.platform, firm).await.unwrap(), MailHealth::Fine);
    let since = t.platform.clock.now();
    told(&t, firm, trouble(Trouble::SignIn, "535 5.7.8 no")).await;
    t.clock.advance(Ts::MINUTE);
    told(&t, firm, trouble(Trouble::Relay, "554 5.7.1 <anna@mueller.example>: Relay access denied")).await;
    let words = "554 5.7.1 … Relay access denied".to_owned();
    let expected = MailHealth::Failing { since, trouble: Trouble::Relay, words };
    assert_eq!(read(&t.platform, firm).await.unwrap(), expected);
    assert_eq!(read(&t.platform, None).await.unwrap(), expected, "it is the installation's");
    told(&t, firm, Finding::Works).await;
    assert_eq!(read(&t.platform, firm).await.unwrap(), MailHealth::Fine);
});

on_both!(a_refused_sender_is_that_firms_trouble_only, |t| {
    let other = t.other_firm().await;
    told(&t, Some(t.firm.id), trouble(Trouble::Sender, "550 5.1.8 no")).await;
    assert!(matches!(read(&t.platform, Some(t.firm.id)).await.unwrap(), MailHealth::Failing { .. }));
    assert_eq!(read(&t.platform, Some(other.id)).await.unwrap(), MailHealth::Fine);
    told(&t, Some(other.id), Finding::Works).await;
    assert!(matches!(read(&t.platform, Some(t.firm.id)).await.unwrap(), MailHealth::Failing { .. }));
});

on_both!(what_is_said_of_one_recipient_is_no_trouble_however_often_it_is_said, |t| {
    let firm = Some(t.firm.id);
    one_went(&t, t.firm.id).await;
    for n in 0..50 {
        told(&t, firm, denied(&format!("mallory{n}@Evil.example"))).await;
        told(&t, firm, Finding::suspicion(Trouble::Server, "no answer in time", "silent@evil.example")).await;
        assert_eq!(fares(&t).await, MailHealth::Fine, "one domain");
    }
    told(&t, firm, denied("mallory@worse.example")).await;
    assert_eq!(fares(&t).await, MailHealth::Fine, "two");
    told(&t, firm, Finding::Works).await;
    for domain in ["evil.example", "worse.example"] {
        told(&t, firm, denied(&format!("mallory@{domain}"))).await;
        assert_eq!(fares(&t).await, MailHealth::Fine, "a mail went, and they are two again");
    }
});

on_both!(what_is_said_before_any_mail_ever_went_is_trouble_at_once, |t| {
    told(&t, Some(t.firm.id), denied("owner@weber.example")).await;
    assert!(matches!(fares(&t).await, MailHealth::Failing { trouble: Trouble::Relay, .. }));
    assert!(matches!(read(&t.platform, None).await.unwrap(), MailHealth::Failing { .. }), "/readyz");
    told(&t, Some(t.firm.id), Finding::Works).await;
    one_went(&t, t.firm.id).await;
    told(&t, Some(t.firm.id), denied("owner@weber.example")).await;
    assert_eq!(fares(&t).await, MailHealth::Fine);
});

on_both!(what_is_said_over_recipients_of_one_firm_is_no_other_firms_and_the_words_never, |t| {
    let (own, other) = (Some(t.firm.id), Some(t.other_firm().await.id));
    let third = Some(t.firm_at("Third", "portal.third.example").await.id);
    let quoted = |n: usize| {
        let words =
            format!("451 4.3.0 host mx.secret-{n}.example said: too many messages for Krause Insolvency");
        Finding::suspicion(Trouble::Limit, &words, &format!("a@client{n}.example"))
    };
    for firm in [own, other, third] {
        one_went(&t, firm.unwrap()).await;
    }
    for n in 0..3 {
        told(&t, own, quoted(n)).await;
    }
    let words = |health: MailHealth| match health {
        MailHealth::Failing { words, .. } => words,
        other => panic!("it fails, not {other:?}"),
    };
    assert!(words(fares(&t).await).contains("Krause Insolvency"), "the firm whose clients they are");
    for firm in [other, None] {
        assert_eq!(read(&t.platform, firm).await.unwrap(), MailHealth::Fine, "{firm:?}");
    }
    // What stands in the row of a firm that sends nothing any more is old.
    let blamed = || Finding::Blamed(Trouble::Limit, "550 5.4.5 of Sato & Sons".to_owned());
    told(&t, other, blamed()).await;
    for firm in [third, None] {
        assert_eq!(read(&t.platform, firm).await.unwrap(), MailHealth::Fine, "{firm:?}");
    }
    one_waits(&t, t.firm.id).await;
    told(&t, other, blamed()).await;
    for firm in [third, None] {
        assert_eq!(
            words(read(&t.platform, firm).await.unwrap()),
            "",
            "two firms hear it, nobody else reads it"
        );
    }
    assert!(words(fares(&t).await).contains("Krause Insolvency"));
    assert!(words(read(&t.platform, other).await.unwrap()).contains("Sato"));
    told(&t, third, Finding::Works).await;
    for firm in [third, None] {
        assert_eq!(read(&t.platform, firm).await.unwrap(), MailHealth::Fine);
    }
});

on_both!(what_is_said_of_everybody_is_trouble, |t| {
    let firm = Some(t.firm.id);
    one_went(&t, t.firm.id).await;
    for domain in ["mueller.example", "klein.example", "sato.example"] {
        assert_eq!(fares(&t).await, MailHealth::Fine, "not yet");
        told(&t, firm, denied(&format!("a@{domain}"))).await;
    }
    let health = fares(&t).await;
    assert!(
        matches!(&health, MailHealth::Failing { trouble: Trouble::Relay, words, .. } if words.contains("Relay"))
    );
    told(&t, firm, Finding::Works).await;
    assert_eq!(fares(&t).await, MailHealth::Fine);
});

on_both!(a_suspicion_about_the_sender_stays_with_its_firm, |t| {
    let other = t.other_firm().await;
    one_went(&t, t.firm.id).await;
    for n in 0..3 {
        let finding =
            Finding::suspicion(Trouble::Sender, "550 sender rejected", &format!("a@client{n}.example"));
        told(&t, Some(t.firm.id), finding).await;
    }
    assert!(matches!(fares(&t).await, MailHealth::Failing { trouble: Trouble::Sender, .. }));
    assert_eq!(read(&t.platform, Some(other.id)).await.unwrap(), MailHealth::Fine);
    told(&t, Some(other.id), Finding::Works).await;
    assert!(
        matches!(fares(&t).await, MailHealth::Failing { .. }),
        "the other firm's success says nothing of it"
    );
});

on_both!(a_worker_says_whether_there_is_a_server_and_does_not_hide_trouble, |t| {
    t.platform
        .db
        .write(|tx| {
            Box::pin(async move {
                sql!("INSERT INTO mail_health (scope, state, since, trouble, words, silent) VALUES ('server', 'unset', 1, '', '', 0)")
                    .run(tx)
                    .await?;
                Ok(())
            })
        })
        .await
        .unwrap();
    assert_eq!(read(&t.platform, None).await.unwrap(), MailHealth::Unset, "as another node found");
    begin(&t.platform).await.unwrap();
    assert_eq!(read(&t.platform, None).await.unwrap(), MailHealth::Fine);
    told(&t, None, trouble(Trouble::Server, "connection refused")).await;
    begin(&t.platform).await.unwrap();
    assert!(matches!(read(&t.platform, None).await.unwrap(), MailHealth::Failing { .. }));
});
