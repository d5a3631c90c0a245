//! The bridge: the firm's hosts.

use super::model::HostList;
use access::gate::prelude::*;

access::rule!(HOSTS = "/api/firm/hosts", May<ManageFirm>);

/// All names that the firm answers at.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`.
#[server(prefix = "/api", endpoint = "firm/hosts")]
pub async fn read_hosts() -> Result<HostList, AppError> {
    let (cx, staff) = HOSTS.enter()?;
    super::server::actions::list(&cx, &staff).await
}

access::command!(AddHost: Proven<May<ManageFirm>>, "host" on |_it| paths::FIRM_HOSTS, keep ["host"]);

/// One more host, which answers at once or has to be shown to be the firm's own.
#[server(protocol = ByForm, prefix = "", endpoint = "app/settings/firm/hosts")]
pub async fn add_host(host: String) -> Result<Done, AppError> {
    let (cx, staff) = AddHost::enter()?;
    let said = match super::server::actions::add(&cx, &staff, &host).await? {
        super::server::actions::Added::Answers(host) => {
            i18n::tl!(cx.locale, "firm.hosts.added", host = host)
        }
        super::server::actions::Added::Wanted(host) => {
            i18n::tl!(cx.locale, "firm.hosts.proof.noted", host = host)
        }
    };
    Ok(Done::at(paths::FIRM_HOSTS).notice(said))
}

access::command!(CheckHost: Proven<May<ManageFirm>>, "hosts" on |_it| paths::FIRM_HOSTS);

/// Asks the DNS whether the firm has shown that the host is its own.
#[server(protocol = ByForm, prefix = "", endpoint = "app/settings/firm/hosts/check")]
pub async fn check_host(host: String) -> Result<Done, AppError> {
    let (cx, staff) = CheckHost::enter()?;
    super::server::actions::check(&cx, &staff, &host).await?;
    Ok(Done::at(paths::FIRM_HOSTS).notice(i18n::tl!(cx.locale, "firm.hosts.proof.proven", host = host)))
}

access::command!(MakeMainHost: Proven<May<ManageFirm>>, "main" on |it| paths::firm_host_main(&it.host));

/// Makes links of this host from now on.
#[server(protocol = ByForm, prefix = "", endpoint = "app/settings/firm/hosts/main")]
pub async fn make_main_host(host: String, #[server(default)] confirmed: bool) -> Result<Done, AppError> {
    let (cx, staff) = MakeMainHost::enter()?;
    super::server::actions::make_main(&cx, &staff, &host, confirmed).await?;
    Ok(Done::at(paths::FIRM_HOSTS).notice(i18n::tl!(cx.locale, "firm.hosts.main_set", host = host)))
}

access::command!(RemoveHost: Proven<May<ManageFirm>>, "hosts" on |_it| paths::FIRM_HOSTS);

/// The firm does not answer at this host any more.
#[server(protocol = ByForm, prefix = "", endpoint = "app/settings/firm/hosts/remove")]
pub async fn remove_host(host: String) -> Result<Done, AppError> {
    let (cx, staff) = RemoveHost::enter()?;
    super::server::actions::remove(&cx, &staff, &host).await?;
    Ok(Done::at(paths::FIRM_HOSTS).notice(i18n::tl!(cx.locale, "firm.hosts.removed", host = host)))
}
