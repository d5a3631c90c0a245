//! No token of any link is ever logged (SEC-20).

use super::{GOOD, KINDS, Scene, token};
use crate::site::Ask;
use http::Method;
use kernel::Ts;
use std::io;
use std::sync::{Arc, Mutex};
use tracing_subscriber::fmt::MakeWriter;

/// Whatever is logged, at every level.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

#[test]
fn no_log_ever_holds_a_token() {
    // Before any other thread begins: a subscriber of one thread would miss the others'.
    let log = Log::default();
    let everything = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_ansi(false);
    let everything = everything.with_writer(log.clone());
    tracing::subscriber::set_global_default(everything.finish()).unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let mut secrets = runtime.block_on(a_whole_run());
    secrets.sort();
    secrets.dedup();
    assert!(secrets.len() >= 12, "{}", secrets.len());
    let text = String::from_utf8_lossy(&log.0.lock().unwrap()).into_owned();
    for (page, ..) in KINDS {
        assert!(text.contains(&format!("route=\"{page}/{{token}}\"")), "the log is that of this run: {page}");
    }
    for secret in secrets {
        assert!(!text.contains(&secret), "the log holds a token");
    }
}

/// Every kind of link, looked at, tried wrongly, used, used again and renewed; every token that was mailed, and what was
/// guessed or held on the way.
async fn a_whole_run() -> Vec<String> {
    let scene = Scene::begin().await;
    let site = &scene.site;
    let mut secrets: Vec<String> = scene.links.iter().map(|link| token(link).to_owned()).collect();
    secrets.push(scene.owner.clone());
    for (link, (page, cookie, function, form)) in scene.kinds() {
        let (opened, _) = site.follow(link).await;
        site.ask(Ask { method: Method::HEAD, ..Ask::get(link) }).await;
        site.ask(Ask::post(function, &[]).after(&opened)).await;
        site.ask(Ask::post(link, &[("password", GOOD)])).await;
        site.ask(Ask::get(&format!("{link}/again?x={}", token(link)))).await;
        site.ask(Ask::get(page).with("referer", &format!("https://portal.weber.example{link}"))).await;
        site.ask(Ask::get(link).with("sec-fetch-dest", "iframe")).await;
        site.ask(Ask { host: "evil.example", ..Ask::get(link) }).await;
        site.use_link(link, form, &[("password", "short"), ("name", "")]).await;
        let guess = format!("{:x<43}", &cookie[7..]);
        site.follow(&format!("{page}/{guess}")).await;
        secrets.push(guess);
        let fields = [("password", GOOD), ("name", "Ina Klein")];
        let done = site.use_link(link, form, &fields).await;
        secrets.extend(done.session());
        site.use_link(link, form, &fields).await;
    }
    scene.invites_colleague("kai@kurz.example").await;
    let expired = scene.mailed("kai@kurz.example", "/join/");
    site.t.clock.advance(73 * Ts::HOUR);
    site.follow(&expired).await;
    secrets.push(token(&expired).to_owned());
    secrets
}
