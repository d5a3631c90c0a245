//! A change came to nothing: the colleague who began it, and those who work for the client, hear of it by mail (NOTIFY-9).

use super::events::{EXPIRED, OfChange, STOPPED};
use super::mails::{self, CameToNothing};
use directory::address_changes as records;
use kernel::AppError;
use platform::unit::{Follower, Heard, Kind, Work};

struct Colleagues;

platform::follow!(Colleagues);

impl Follower for Colleagues {
    const NAME: &'static str = "address changes that came to nothing";
    const KINDS: &'static [Kind] = &[STOPPED, EXPIRED];

    async fn hear(w: &mut Work<'_>, event: &Heard) -> Result<(), AppError> {
        let why = if event.is(STOPPED) { CameToNothing::Stopped } else { CameToNothing::Expired };
        let OfChange { change, .. } = event.facts()?;
        let Some(change) = records::of_id(w, event.firm_id, change).await? else { return Ok(()) };
        let cx = w.cx();
        mails::tell(w, &cx.platform, &cx.firm, &change, why).await
    }
}
