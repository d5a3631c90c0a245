//! One event, its recipients, their mails. All in the transaction of what happened.

use super::alert::{Alert, Named, Recipient};
use super::{mails, store};
use crate::alerts::Event;
use crate::alerts::rules::{self, Person};
use crate::security_mails;
use kernel::{AccountId, AppError, Rights, Role, UserId};
use platform::db::Tx;
use platform::firm_profile::FirmProfile;
use platform::{Platform, outbox};

/// Who is told of this event about the client with this address; see [`rules::told`].
pub async fn recipients(
    tx: &mut Tx,
    firm: &FirmProfile,
    event: Event,
    email_norm: &str,
    began: Option<UserId>,
) -> Result<Vec<Recipient>, AppError> {
    let accounts = store::accounts(tx, firm.id, email_norm).await?;
    let assigned = store::assigned(tx, firm.id, email_norm).await?;
    let people: Vec<Person> = store::people(tx, firm.id, event)
        .await?
        .into_iter()
        .filter_map(|row| {
            Some(Person {
                user: row.user_id,
                role: Role::from_key(&row.role)?,
                rights: Rights::parse(&row.rights),
                works_for: assigned.iter().filter(|it| it.0 == row.user_id).map(|it| it.1).collect(),
                off: row.is_off > 0,
            })
        })
        .collect();
    let ids: Vec<AccountId> = accounts.iter().map(|account| account.id).collect();
    let mut recipients = Vec::new();
    for told in rules::told(&ids, began, &people) {
        let named = accounts.iter().filter(|account| told.accounts.contains(&account.id));
        let named = named.map(|account| Named { code: account.code.clone(), name: account.name.clone() });
        let named = named.collect();
        recipients
            .push(Recipient { reader: security_mails::reader(tx, firm, told.user).await?, accounts: named });
    }
    Ok(recipients)
}

/// Mails everybody who is to hear of this.
pub(super) async fn tell(
    tx: &mut Tx,
    platform: &Platform,
    firm: &FirmProfile,
    alert: &Alert<'_>,
) -> Result<(), AppError> {
    for to in recipients(tx, firm, alert.what.event(), alert.email_norm, alert.began).await? {
        outbox::enqueue(tx, platform, firm.id, &mails::alert(firm, &to, alert), None).await?;
    }
    Ok(())
}
