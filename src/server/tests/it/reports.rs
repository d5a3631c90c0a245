//! What browsers report, and what others send to the same address.

use crate::site::{Ask, TestSite};
use axum::body::Body;
use http::{Request, StatusCode};
use kernel::Ts;
use std::io;
use std::sync::{Arc, Mutex};
use tower::ServiceExt;

/// A log that is kept.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(line);
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn report<'a>(body: Vec<u8>) -> Ask<'a> {
    Ask { body, headers: vec![("content-type", "application/csp-report")], ..Ask::post("/csp-report", &[]) }
}

/// On one thread, so that the log is that of this test.
#[tokio::test]
async fn nobody_fills_the_log_with_reports() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt().with_ansi(false).with_writer(move || writer.clone()).finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    let site = TestSite::sqlite().await;
    let lines = || {
        let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
        log.lines().filter(|line| line.contains("content policy")).map(str::to_owned).collect::<Vec<_>>()
    };
    let body = br#"{"csp-report":{"violated-directive":"img-src\n2026-01-01 ERROR made up"}}"#;
    for _ in 0..100 {
        assert_eq!(site.ask(report(body.to_vec())).await.status, StatusCode::NO_CONTENT);
    }
    assert_eq!(lines().len(), 5);
    site.t.clock.advance(Ts::MINUTE);
    site.ask(report(body.to_vec())).await;
    let lines = lines();
    assert_eq!(lines.len(), 6);
    assert!(lines[5].contains("img-src") && lines[5].contains("left_out=95"), "{}", lines[5]);
    let all = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(!all.contains("made up"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_has_a_size() {
    let site = TestSite::sqlite().await;
    for (bytes, status) in
        [(16 * 1024, StatusCode::NO_CONTENT), (16 * 1024 + 1, StatusCode::PAYLOAD_TOO_LARGE)]
    {
        assert_eq!(site.ask(report(vec![b'x'; bytes])).await.status, status, "{bytes}");
    }
    // A body that says nothing of its length.
    let pieces = futures::stream::iter((0..40).map(|_| Ok::<_, io::Error>(vec![b'x'; 1024])));
    let request = Request::post("/csp-report").header("host", "portal.weber.example");
    let request = request.body(Body::from_stream(pieces)).unwrap();
    let answer = site.router().oneshot(request).await.unwrap();
    assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE);
}
