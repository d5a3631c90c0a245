//! The operator's word that a host is a firm's: `portico host confirm`.

use super::{actions, store};
use kernel::{AppError, Locale};
use platform::audit::{self, Act, Who};
use platform::request::Source;
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
    let (c, name) = (cx.clone(), host.clone());
    let confirmed = cx.write(move |tx| {
        Box::pin(async move {
            let firm = c.firm.id;
            actions::refuse_beyond_demo(tx, &c, &name).await?;
            if store::hosts(tx, firm).await?.iter().any(|it| it.host == name) {
                return Err(AppError::Conflict);
            }
            let others = store::of_others(tx, firm, hosts::bare(&name)).await?;
            if let Some(it) = others.iter().find(|it| it.kept) {
                return Err(AppError::Refused(format!(
                    "{0} is the main host of {1}, or the one it began with. If it is only the main one, {1} can make \
                     another the main one under Firm settings, Web address; then say this again.",
                    it.host, it.firm
                )));
            }
            for it in &others {
                hosts::take_away(tx, firm, &it.host).await?;
            }
            if !hosts::claim(tx, &name, firm).await? {
                hosts::hand_over(tx, &name, firm).await?;
            }
            hosts::answer_at(tx, &name, firm, false, c.now()).await?;
            store::unwant(tx, firm, &name).await?;
            let act = Act {
                event: "firm_host_confirmed",
                who: Who::system(),
                account: None,
                subject_id: Some(firm.0),
                subject: name,
                detail: others.into_iter().map(|it| it.host).collect::<Vec<_>>().join(" "),
            };
            Ok(audit::record(tx, &c, act).await?)
        })
    });
    confirmed.await?;
    platform.firms.forget();
    Ok(host)
}
