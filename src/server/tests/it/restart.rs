//! A restart waits for nobody who only listens, and refuses nobody who comes meanwhile.

use crate::fixtures::stage;
use crate::site::TestSite;
use crate::wire::{NEVER, Talk, Wire, patient, within};
use platform::testing::{On, TestPlatform};
use server::http::Patience;
use std::net::{SocketAddr, TcpListener};
use std::os::fd::OwnedFd;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tokio::net::TcpStream;

#[tokio::test(flavor = "multi_thread")]
async fn open_tabs_do_not_hold_a_stop_up() {
    let site = TestSite::sqlite().await;
    let stage = stage(&site).await;
    let cookie = format!("Cookie: __Host-sid={}\r\n", stage.token("owner"));
    let wire = Wire::serving(site.router(), patient()).await;
    let mut tabs = Vec::new();
    for _ in 0..3 {
        let mut tab = wire.talk().await;
        tab.ask("/live", &cookie).await;
        tab.hear("id: ").await;
        tabs.push(tab);
    }
    let mut idle = wire.talk().await;
    idle.ask("/livez", "").await;
    idle.hear("alive").await;
    site.readiness.stop();
    // Its patience would never end.
    assert!(wire.stop().await);
    for tab in tabs {
        let rest = tab.rest().await;
        assert!(rest.ends_with("0\r\n\r\n"), "an orderly end, after which browsers come back: {rest:?}");
    }
    assert_eq!(idle.rest().await.trim(), "");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_is_held_back_does_not_hold_a_stop_up() {
    let endless =
        Patience { at_first: NEVER, bytes_a_second: 1, at_most: NEVER, when_stopping: Duration::ZERO };
    let site = TestSite::waiting(TestPlatform::new(On::Sqlite).await.unwrap(), endless);
    let wire = Wire::serving(site.router(), patient()).await;
    let mut held = Vec::new();
    for path in ["/login", "/api/sign-in/state", "/csp-report"] {
        let mut talk = wire.talk().await;
        talk.say(&format!(
            "POST {path} HTTP/1.1\r\nHost: portal.weber.example\r\nSec-Fetch-Site: same-origin\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 9\r\n\
             Expect: 100-continue\r\n\r\n"
        ))
        .await;
        // Said when somebody waits for the body.
        talk.hear("100 Continue").await;
        talk.say("email=a").await;
        held.push(talk);
    }
    site.readiness.stop();
    assert!(wire.stop().await);
    for talk in held {
        let rest = talk.rest().await.to_ascii_lowercase();
        assert!(rest.contains("503 service unavailable") && rest.contains("retry-after: "), "{rest}");
    }
}

/// A server of its own, on the socket that it is handed, with few descriptors at first.
pub fn start(listener: &TcpListener, folder: &Path) -> Child {
    let handed = OwnedFd::from(listener.try_clone().unwrap());
    let script = "exec 3<&0 </dev/null; ulimit -Sn 200; LISTEN_FDS=1 LISTEN_PID=$$ exec \"$0\" serve";
    Command::new("sh")
        .args(["-c", script, env!("CARGO_BIN_EXE_portico")])
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .env("PORTICO_DATA_DIR", folder)
        .env("PORTICO_LISTEN", "127.0.0.1:1")
        .env("PORTICO_LOG", "warn")
        .current_dir(folder)
        .stdin(Stdio::from(handed))
        .stdout(Stdio::null())
        .spawn()
        .unwrap()
}

pub async fn is_alive(address: SocketAddr) -> bool {
    let mut talk = Talk::on(TcpStream::connect(address).await.unwrap());
    talk.ask("/livez", "Connection: close\r\n").await;
    talk.rest().await.contains("alive")
}

pub fn terminate(mut child: Child) {
    let told = Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
    assert!(told.success());
    assert!(child.wait().unwrap().success());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_socket_that_was_handed_over_outlives_the_process() {
    let folder = tempfile::tempdir().unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let first = start(&listener, folder.path());
    assert!(is_alive(address).await);
    let mut idle = Talk::on(TcpStream::connect(address).await.unwrap());
    idle.ask("/livez", "").await;
    idle.hear("alive").await;
    if let Ok(limits) = std::fs::read_to_string(format!("/proc/{}/limits", first.id())) {
        let files = limits.lines().find(|line| line.starts_with("Max open files")).unwrap();
        let soft: u64 = files.split_whitespace().nth(3).unwrap().parse().unwrap();
        let hard: u64 = files.split_whitespace().nth(4).unwrap().parse().unwrap_or(u64::MAX);
        assert_eq!(soft, hard.min(10_128), "{files}");
    }
    within(tokio::task::spawn_blocking(move || terminate(first))).await.unwrap();
    // Nobody is there, and nobody is refused.
    let waits = tokio::spawn(is_alive(address));
    let second = start(&listener, folder.path());
    assert!(waits.await.unwrap());
    within(tokio::task::spawn_blocking(move || terminate(second))).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_takes_no_socket_that_others_reach() {
    let folder = tempfile::tempdir().unwrap();
    let handed = OwnedFd::from(TcpListener::bind("0.0.0.0:0").unwrap());
    let script = "exec 3<&0 </dev/null; LISTEN_FDS=1 LISTEN_PID=$$ exec \"$0\" serve --demo";
    let refused = tokio::process::Command::new("sh")
        .args(["-c", script, env!("CARGO_BIN_EXE_portico")])
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .env("PORTICO_DATA_DIR", folder.path())
        .env("PORTICO_LISTEN", "127.0.0.1:1")
        .current_dir(folder.path())
        .stdin(Stdio::from(handed))
        .kill_on_drop(true)
        .output();
    let refused = within(refused).await.unwrap();
    assert!(!refused.status.success());
    assert!(String::from_utf8_lossy(&refused.stderr).contains("loopback only"), "{refused:?}");
}

#[tokio::test]
async fn without_one_the_address_is_taken_again_at_once() {
    let listener = server::http::listener(SocketAddr::from(([127, 0, 0, 1], 0))).await.unwrap();
    let address = listener.local_addr().unwrap();
    let talk = TcpStream::connect(address).await.unwrap();
    let (accepted, _) = listener.accept().await.unwrap();
    // The side that ends first keeps the port for a while.
    drop((accepted, listener));
    drop(talk);
    assert_eq!(server::http::listener(address).await.unwrap().local_addr().unwrap(), address);
}
