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

on_both!(one_silent_recipient_is_no_trouble_and_silence_for_all_is, |t| {
    for _ in 0..SILENT - 1 {
        told(&t, Some(t.firm.id), Finding::Silent("no answer in time".to_owned())).await;
    }
    told(&t, Some(t.firm.id), Finding::Works).await;
    for _ in 0..SILENT - 1 {
        told(&t, Some(t.firm.id), Finding::Silent("no answer in time".to_owned())).await;
        assert_eq!(read(&t.platform, Some(t.firm.id)).await.unwrap(), MailHealth::Fine);
    }
    told(&t, Some(t.firm.id), Finding::Silent("no answer in time".to_owned())).await;
    let health = read(&t.platform, Some(t.firm.id)).await.unwrap();
    assert!(matches!(health, MailHealth::Failing { trouble: Trouble::Server, .. }), "{health:?}");
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
