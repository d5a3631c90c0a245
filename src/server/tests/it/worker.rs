//! The worker: one delivery that hangs holds up nothing else.

use crate::site::{Ask, TestSite};
use access::gate::testing as people;
use futures::FutureExt;
use futures::future::BoxFuture;
use kernel::{Locale, Role, paths};
use platform::mail::{Accepted, Block, Mail, MailClass, MailFirm, MailTransport, Outgoing, SendError};
use platform::outbox;
use platform::testing::{On, TestPlatform};
use server::worker;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// Notes whom it was given mail for; mail to `hang@` never ends.
#[derive(Default)]
struct Hangs(watch::Sender<Vec<String>>);

impl MailTransport for Hangs {
    fn send(&self, outgoing: Outgoing) -> BoxFuture<'_, Result<Accepted, SendError>> {
        async move {
            let hangs = outgoing.to.1.starts_with("hang");
            self.0.send_modify(|all| all.push(outgoing.to.1));
            if hangs {
                return std::future::pending().await;
            }
            Ok(Accepted { reply: String::new() })
        }
        .boxed()
    }
}

async fn given(transport: &Hangs, to: &str) {
    let mut all = transport.0.subscribe();
    let came =
        tokio::time::timeout(Duration::from_secs(25), all.wait_for(|all| all.iter().any(|it| it == to)));
    assert!(came.await.is_ok(), "no mail to {to} while another hangs");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_delivery_that_hangs_holds_up_neither_resets_nor_other_mail() {
    let transport = Arc::new(Hangs::default());
    let site = TestSite::standing_on(TestPlatform::mailing(On::Sqlite, transport.clone()).await.unwrap());
    people::staff(&site.cx(), Role::Owner, &[]).await;
    let (stop, stopped) = watch::channel(false);
    let work = tokio::spawn(worker::run(site.t.platform.clone(), stopped));
    let mail = Mail {
        class: MailClass::Transactional,
        to: (String::new(), "hang@example.org".to_owned()),
        subject: "Hello".to_owned(),
        preheader: String::new(),
        locale: Locale::En,
        from_name: String::new(),
        reply_to: None,
        firm: MailFirm::default(),
        blocks: vec![Block::Text("Hello".to_owned())],
    };
    let (p, firm) = (site.t.platform.clone(), site.t.firm.id);
    site.cx()
        .write(move |tx| Box::pin(async move { outbox::enqueue(tx, &p, firm, &mail, None).await }))
        .await
        .unwrap();
    given(&transport, "hang@example.org").await;
    let asked = site.ask(Ask::post(paths::FORGOT, &[("email", "owner@weber.example")])).await;
    assert_eq!(asked.status, 303);
    given(&transport, "owner@weber.example").await;
    stop.send(true).unwrap();
    work.abort();
}
