//! What nobody presses a button for: invitations that expired unused are told of. Workers look now and then; of several that
//! look at once, one tells.

use super::events::{Addressee, Expired};
use super::store;
use crate::invitations::LINK;
use crate::invitations::rules::NEWS;
use crate::links;
use directory::people;
use kernel::{AppError, InvitationId};
use platform::chores::{self, Due};
use platform::db::Tx;
use platform::request::Source;
use platform::unit::{By, Work};
use platform::{Cx, Platform, firm_profile};
use std::net::Ipv4Addr;
use std::sync::Arc;

platform::recurring!("expired invitations", every: 10 minutes, work_expired);

/// Tells of invitations that expired unused, of all firms; how many.
///
/// # Errors
/// When the database does not answer. An invitation that cannot be told of does not stop the others.
pub(crate) async fn work_expired(platform: &Platform) -> Result<usize, AppError> {
    let now = platform.clock.now();
    let next = |after| async move {
        links::expired(&mut platform.db.read().await?, LINK, after, (now.plus(-NEWS), now)).await
    };
    let tell = |invitation| {
        let p = platform.clone();
        platform.db.write(move |tx| Box::pin(async move { tell_expired(tx, &p, invitation).await }))
    };
    chores::each("telling of an invitation that expired", next, tell).await
}

/// Whether this worker was the one to tell.
async fn tell_expired(tx: &mut Tx, platform: &Platform, due: Due) -> Result<bool, AppError> {
    let (firm, id) = (due.firm_id, InvitationId(due.id));
    let told = links::claim_expired(tx, firm, LINK, due.id, platform.clock.now()).await?;
    let (Some(norm), Some(one)) = (told, store::by_id(tx, firm, id).await?) else { return Ok(false) };
    // Nobody is waited for any more: LOGIN was switched off, or they came in by another way.
    if store::wanting(tx, firm, &norm).await?.is_empty() || people::can_sign_in(tx, firm, &norm).await? {
        return Ok(true);
    }
    let firm = firm_profile::by_id(tx, &platform.config, firm).await?;
    let cx = Cx::without_browser(platform, Arc::new(firm), Source::at(Ipv4Addr::UNSPECIFIED));
    let invited = Addressee::of(&one, &norm);
    Work::on(tx, &cx, &By::system()).happened(Expired { id, invited }).await.map(|()| true)
}
