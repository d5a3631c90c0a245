//! The operator's word that a host is a firm's: `portico host confirm`.

use super::events::{HostChanged, What};
use super::{actions, store};
use kernel::{AppError, Locale};
use platform::request::Source;
use platform::unit::By;
use platform::{Cx, Platform, hosts};
use std::net::Ipv4Addr;

/// The firm that answers at `firm` answers at `host` too, whether or not it wanted to or has shown that the name is its
/// own. Another firm that has the name loses it. The host as it is looked up.
///
/// # Errors
/// `NotFound` without such a firm; `Invalid` on `host`; `Conflict` when it is the firm's already; `Refused` when the name is
/// the main host of another firm, or the one that it began with.
pub async fn confirm(platform: &Platform, host: &str, firm: &str) -> Result<String, AppError> {
    let now = platform.clock.now();
    let firm = firm.trim().to_ascii_lowercase();
    let firm = platform.firms.by_host(&platform.db, &platform.config, &firm, now).await?;
    let console = Source::at(Ipv4Addr::LOCALHOST);
    let cx = Cx::without_browser(platform, firm.ok_or(AppError::NotFound)?, console);
    let mut cx = cx;
    cx.locale = Locale::En;
    let host = actions::parse(&cx, host)?;
    let name = host.clone();
    let operator = By::system();
    let confirmed = cx.work(&operator, async move |w, _| {
        let (cx, firm) = (w.cx(), w.firm());
        actions::refuse_beyond_demo(w, cx, &name).await?;
        if store::hosts(w, firm).await?.iter().any(|it| it.host == name) {
            return Err(AppError::Conflict);
        }
        let others = store::of_others(w, firm, hosts::bare(&name)).await?;
        if let Some(it) = others.iter().find(|it| it.kept) {
            return Err(AppError::refused(format!(
                "{0} is the main host of {1}, or the one it began with. If it is only the main one, {1} can make \
                 another the main one under Firm settings, Web address; then say this again.",
                it.host, it.firm
            )));
        }
        for it in &others {
            hosts::take_away(w, firm, &it.host).await?;
        }
        if !hosts::claim(w, &name, firm).await? {
            hosts::hand_over(w, &name, firm).await?;
        }
        hosts::answer_at(w, &name, firm, false, cx.now()).await?;
        store::unwant(w, firm, &name).await?;
        let others = others.into_iter().map(|it| it.host).collect();
        w.happened(HostChanged { firm, host: name, what: What::Confirmed { others } }).await
    });
    confirmed.await?;
    platform.firms.forget();
    Ok(host)
}
