//! The worker: it finds all work that is registered, and one delivery that hangs holds up nothing else.

use crate::site::{Ask, TestSite};
use access::gate::testing as people;
use futures::FutureExt;
use futures::future::BoxFuture;
use kernel::{AppError, Locale, Role, paths};
use platform::Platform;
use platform::mail::{Accepted, Block, Mail, MailClass, MailFirm, MailTransport, Outgoing, SendError};
use platform::outbox;
use platform::testing::{On, TestPlatform};
use server::worker;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
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

/// One of each crate and more, as the log names them. New work needs no line here.
const REGISTERED: &[&str] = &[
    "counted attempts",
    "expired address changes",
    "expired invitations",
    "first steps",
    "jobs that nobody knows",
    "mail",
    "mails that failed",
    "old addresses",
    "old jobs",
    "old news and limits",
    "password requests",
    "planted",
    "sessions",
    "statistics",
    "the journal",
    "unsent forms",
    "wishes for another address",
];

platform::recurring!("planted", every: 10 minutes, planted);

/// How often it ran, in whatever test.
static PLANTED: AtomicUsize = AtomicUsize::new(0);

async fn planted(_: &Platform) -> Result<(), AppError> {
    PLANTED.fetch_add(1, Ordering::SeqCst);
    Ok(())
}

#[test]
fn work_is_found_wherever_it_is_registered() {
    let all = worker::registered();
    let lost: Vec<_> = REGISTERED.iter().filter(|name| !all.contains(name)).collect();
    assert!(lost.is_empty(), "{lost:?} of {all:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_registered_is_run() {
    let site = TestSite::sqlite().await;
    let before = PLANTED.load(Ordering::SeqCst);
    worker::tidy(&site.t.platform).await;
    assert!(PLANTED.load(Ordering::SeqCst) > before);
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
