//! What clients did, or what became of them, as other slices tell it: whoever invited and whoever works for the accounts hears of
//! it (INV-11, NOTIFY-9).

use super::alert::{Alert, Happened};
use super::telling::tell;
use crate::address_acceptance::{self, ChangeAccepted};
use crate::invitations::{self, Activated, Addressee, Expired};
use crate::sign_in::{self, CodesLocked};
use kernel::{AppError, EmailAddress};
use platform::unit::{Follower, Heard, Kind, Work};

struct Alerts;

platform::follow!(Alerts);

impl Follower for Alerts {
    const NAME: &'static str = "alerts";
    const KINDS: &'static [Kind] =
        &[invitations::ACTIVATED, invitations::EXPIRED, address_acceptance::ACCEPTED, sign_in::CODES_LOCKED];

    async fn hear(w: &mut Work<'_>, event: &Heard) -> Result<(), AppError> {
        if event.is(invitations::ACTIVATED) {
            let Activated { invited, first: true, .. } = event.facts()? else { return Ok(()) };
            return of_invited(w, &invited, Happened::Activated).await;
        }
        if event.is(invitations::EXPIRED) {
            let Expired { invited, .. } = event.facts()?;
            return of_invited(w, &invited, Happened::InvitationExpired).await;
        }
        if event.is(address_acceptance::ACCEPTED) {
            return of_change(w, &event.facts()?).await;
        }
        of_locked(w, &event.facts()?).await
    }
}

async fn of_invited(w: &mut Work<'_>, who: &Addressee, what: Happened<'_>) -> Result<(), AppError> {
    let alert = Alert {
        what,
        name: &who.name,
        email: &who.email,
        email_norm: &who.email_norm,
        began: who.invited_by,
    };
    say(w, &alert).await
}

async fn of_change(w: &mut Work<'_>, change: &ChangeAccepted) -> Result<(), AppError> {
    let alert = Alert {
        what: Happened::AddressChanged(&change.address.old),
        name: &change.name,
        email: &change.address.new,
        email_norm: &change.new_norm,
        began: change.begun_by,
    };
    say(w, &alert).await
}

async fn of_locked(w: &mut Work<'_>, who: &CodesLocked) -> Result<(), AppError> {
    let address = EmailAddress::stored(&who.email);
    let alert = Alert {
        what: Happened::CodesLocked,
        name: &who.name,
        email: &who.email,
        email_norm: address.norm(),
        began: None,
    };
    say(w, &alert).await
}

async fn say(w: &mut Work<'_>, alert: &Alert<'_>) -> Result<(), AppError> {
    let cx = w.cx();
    tell(w, &cx.platform, &cx.firm, alert).await
}
