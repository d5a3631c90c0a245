//! The child: writes and mails as fast as it can, and prints each id once it is safe.

use super::events::UnderLoad;
use kernel::{AppError, FirmId};
use platform::Platform;
use platform::config::Config;
use platform::firm_profile::{self, FirmProfile};
use platform::mail::{Block, Mail, MailClass, MailFirm};
use platform::request::{Cx, Source};
use platform::unit::{By, Work};
use std::error::Error;
use std::io::Write;
use std::sync::Arc;
use tokio::sync::watch;

/// Writers at the same time.
const WRITERS: usize = 8;

/// Runs until it is killed.
///
/// # Errors
/// When the platform cannot be opened.
pub async fn load(config: Config) -> Result<(), Box<dyn Error + Send + Sync>> {
    let platform = Platform::open(config).await?;
    let firm = Arc::new(firm(&platform).await?);
    let (_stop, stopped) = watch::channel(false);
    tokio::spawn(crate::worker::run(platform.clone(), stopped));
    let writers = (0..WRITERS).map(|_| write_for_ever(platform.clone(), firm.clone()));
    futures::future::join_all(writers).await;
    Ok(())
}

async fn write_for_ever(platform: Platform, firm: Arc<FirmProfile>) {
    loop {
        let cx = Cx::without_browser(&platform, firm.clone(), Source::at([127, 0, 0, 1]));
        let name = platform.ids.next().to_string();
        let act = name.clone();
        let kept = cx.work(&By::guest(), async move |w, _| one_act(w, &act).await).await;
        if kept.is_ok() {
            let mut out = std::io::stdout().lock();
            let _ = writeln!(out, "{name}").and_then(|()| out.flush());
        }
        tokio::time::sleep(std::time::Duration::from_millis(4)).await;
    }
}

/// What every act of the product does: state and trail, news, mail.
async fn one_act(w: &mut Work<'_>, name: &str) -> Result<(), AppError> {
    let cx = w.cx();
    w.happened(UnderLoad { name: name.to_owned() }).await?;
    let mail = Mail {
        class: MailClass::Transactional,
        to: (String::new(), format!("{name}@example.org")),
        subject: "Under load".to_owned(),
        preheader: String::new(),
        locale: cx.locale,
        from_name: cx.firm.name.clone(),
        reply_to: None,
        firm: MailFirm {
            name: cx.firm.name.clone(),
            phone: String::new(),
            email: String::new(),
            url: cx.firm.origin.clone(),
        },
        blocks: vec![Block::Text("One of many.".to_owned())],
    };
    w.mail(&mail, None).await.map(drop)
}

/// The firm of the first child, found again by the next ones.
async fn firm(platform: &Platform) -> Result<FirmProfile, AppError> {
    let host = platform.config.host();
    let now = platform.clock.now();
    if let Some(firm) = platform.firms.by_host(&platform.db, &platform.config, &host, now).await? {
        return Ok((*firm).clone());
    }
    let firm = FirmProfile {
        id: FirmId(platform.ids.next()),
        name: "Crash & Sons".to_owned(),
        origin: platform.config.public_origin(),
        host,
        locale: kernel::Locale::En,
        time_zone: "UTC".to_owned(),
        ..FirmProfile::default()
    };
    let row = firm.clone();
    platform
        .db
        .write(move |tx| Box::pin(async move { Ok(firm_profile::create(tx, &row, now).await?) }))
        .await?;
    Ok(firm)
}
