//! The measuring of pages, small and without a clock: whatever it asks is answered, and what it checks of an answer holds.
//! Otherwise it would be found broken only by whoever waits an hour for its table.

use crate::site::TestSite;
use bench::client::{Ask, Client};
use bench::drive::drive;
use bench::fixtures::{Fixtures, make_real};
use bench::work::Work;
use bench::{probe, storm};
use platform::on_both;
use platform::sql;
use platform::testing::TestPlatform;
use server::http::Limits;
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::net::TcpListener;

/// A demo on this machine whose own firm has gone, with the sixty accounts in its place, served on a socket.
async fn served(t: TestPlatform) -> (TestSite, SocketAddr, Arc<Fixtures>) {
    let t = t.in_demo().await;
    let firm = t.firm.id;
    let emptied = t.platform.db.write(move |tx| {
        Box::pin(async move {
            sql!("DELETE FROM firm_host WHERE firm_id = $1", firm).run(tx).await?;
            sql!("DELETE FROM host_claim WHERE firm_id = $1", firm).run(tx).await?;
            Ok(sql!("DELETE FROM firm WHERE id = $1", firm).run(tx).await?)
        })
    });
    assert_eq!(emptied.await, Ok(1));
    server::demo::seed(&t.platform, 60).await.unwrap();
    make_real(&t.platform.db).await.unwrap();
    let fixtures = Fixtures::gather(&t.platform.db, 40, t.platform.clock.now()).await.unwrap();
    let site = TestSite::standing_on(t);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(server::http::serve(listener, site.router(), Limits::default(), std::future::pending()));
    (site, address, Arc::new(fixtures))
}

on_both!(every_page_that_is_measured_answers_what_is_checked, |t| {
    let (_site, address, fixtures) = served(t).await;
    assert!(
        fixtures.places.len() >= 20 && fixtures.clients.len() >= 5,
        "{} {}",
        fixtures.places.len(),
        fixtures.clients.len()
    );
    for work in Work::ALL {
        let weight = drive(address, work, &fixtures, (0, 4)).await.unwrap();
        assert!(weight.answers >= 4 && weight.wire > 0, "{weight:?}");
    }
    // The same switch again, as it stands by then.
    drive(address, Work::Toggle, &fixtures, (4, 4)).await.unwrap();
    let mut client = Client::connect(address).await.unwrap();
    let live = Ask::page(kernel::paths::LIVE.to_owned(), Some(&fixtures.clients[0].token));
    assert_eq!(client.open(&live).await.unwrap().status(), 200);
});

on_both!(an_answer_that_is_not_the_page_is_found_out, |t| {
    let (_site, address, fixtures) = served(t).await;
    let mut client = Client::connect(address).await.unwrap();
    let signed_out = Ask { token: None, ..Work::List.ask(&fixtures, 0) };
    let answer = client.ask(&signed_out).await.unwrap();
    assert!(Work::List.check(&fixtures, 0, &answer).is_err(), "{}", answer.status);
    let login = client.ask(&Work::Login.ask(&fixtures, 0)).await.unwrap();
    assert_eq!(Work::Login.check(&fixtures, 0, &login), Ok(()));
    for other in [Work::List, Work::Deep, Work::Info, Work::Contact, Work::Contacts, Work::Home, Work::Hit] {
        assert!(other.check(&fixtures, 0, &login).is_err(), "{other:?}");
    }
});

#[tokio::test]
async fn a_wrong_password_of_the_storm_is_a_wrong_password() {
    let (_site, address, fixtures) =
        served(TestPlatform::new(platform::testing::On::Sqlite).await.unwrap()).await;
    let mut client = Client::connect(address).await.unwrap();
    for number in 0..2 {
        let answer = client.ask(&storm::wrong_password(&fixtures, number)).await.unwrap();
        assert!(matches!(answer.status.as_u16(), 200 | 303 | 422), "{}", answer.status);
    }
}

#[tokio::test]
async fn the_bare_server_answers_with_rows_and_as_many_bytes() {
    let t = TestPlatform::new(platform::testing::On::Sqlite).await.unwrap();
    let file = t.url().trim_start_matches("sqlite://").to_owned();
    let (_site, _, fixtures) = served(t).await;
    let free = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    tokio::spawn(async move { probe::serve(&file, &free.to_string()).await });
    let mut client = loop {
        match Client::connect(free).await {
            Ok(client) => break client,
            Err(_) => tokio::task::yield_now().await,
        }
    };
    for work in Work::ALL {
        let answer = client.ask(&Ask::page(probe::path(work, 3, 20_000), None)).await.unwrap();
        let text = String::from_utf8_lossy(&answer.body).into_owned();
        if answer.status == 501 {
            continue;
        }
        assert!(answer.status == 200 && text.len() >= 20_000, "{work:?}: {}", answer.status);
        if matches!(work, Work::List | Work::Contacts) {
            assert!(text.matches("<tr>").count() > 40, "{work:?}");
        }
    }
    drop(fixtures);
}
