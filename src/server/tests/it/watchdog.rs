//! A worker thread that hangs is noticed, and `/livez` says so although it hangs (REL-14).

use crate::site::TestSite;
use crate::wire::{Wire, patient, within};
use server::http::{Pulse, Readiness, Site, router};
use std::sync::mpsc;
use std::time::Duration;
use tokio::runtime::Handle;

/// Asks until the answer is this one.
async fn until(wire: &Wire, status: &str, words: &str) {
    let asked = async {
        loop {
            let mut talk = wire.talk().await;
            talk.ask("/livez", "Connection: close\r\n").await;
            let heard = talk.rest().await;
            if heard.starts_with(&format!("HTTP/1.1 {status}")) && heard.contains(words) {
                return;
            }
        }
    };
    within(asked).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_worker_that_hangs_is_told_of_until_it_turns_again() {
    let site = TestSite::sqlite().await;
    let pulse = Pulse::looking_every(Duration::from_millis(20), 5, &Handle::current());
    let router = router(Site::new(site.t.platform.clone(), Readiness::new()).watched_by(pulse.clone()));
    let wire = Wire::serving(router, patient()).await;
    until(&wire, "200", "alive").await;
    let (go, held) = mpsc::channel::<()>();
    let hangs = tokio::spawn(async move { held.recv() });
    until(&wire, "503", "a worker thread does not turn").await;
    // The other one may have been without a core for a moment.
    within(async {
        while pulse.stuck() != 1 {
            tokio::task::yield_now().await
        }
    })
    .await;
    go.send(()).unwrap();
    hangs.await.unwrap().unwrap();
    until(&wire, "200", "alive").await;
    assert!(wire.stop().await);
}
