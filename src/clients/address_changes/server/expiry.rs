//! Changes that nobody accepted in time: the old address stays, and those concerned are told (ECHG-3).

use super::mails::{self, CameToNothing};
use super::store::{self, ChangeRecord};
use crate::address_changes::rules::State;
use crate::contacts::server::store as contacts;
use kernel::AppError;
use kernel::live::News;
use platform::db::Tx;
use platform::{Platform, events, firm_profile};

/// Settles what has expired, of all firms; how many changes. Call it now and then.
///
/// # Errors
/// What the database says.
pub async fn expire_due(platform: &Platform) -> Result<usize, AppError> {
    let due = store::due(&mut platform.db.read().await?, platform.clock.now()).await?;
    let count = due.len();
    for change in due {
        let p = platform.clone();
        platform.db.write(move |tx| Box::pin(async move { expire(tx, &p, &change).await })).await?;
    }
    Ok(count)
}

async fn expire(tx: &mut Tx, platform: &Platform, change: &ChangeRecord) -> Result<(), AppError> {
    if !store::settle(tx, change, State::Expired, platform.clock.now()).await? {
        return Ok(());
    }
    let firm = firm_profile::by_id(tx, &platform.config, change.firm_id).await?;
    mails::tell(tx, platform, &firm, change, CameToNothing::Expired).await?;
    for account in contacts::accounts_of(tx, firm.id, change.contact_id).await? {
        let act = "address_change_expired".to_owned();
        let news = News::Account { account, act, about: None, by: String::new() };
        events::publish_for(tx, platform, firm.id, news).await?;
    }
    Ok(())
}
