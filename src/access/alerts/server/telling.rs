//! One event, its recipients, their mails. All in the transaction of what happened.

use super::{mails, store};
use crate::alerts::Event;
use crate::alerts::rules::{self, Person};
use crate::security_mails::{self, Reader};
use kernel::{AccountId, AppError, Rights, Role, UserId};
use platform::db::Tx;
use platform::firm_profile::FirmProfile;
use platform::{Platform, outbox};

/// Something that happened to a client.
pub(crate) struct Alert<'a> {
    pub what: Happened<'a>,
    pub name: &'a str,
    pub email: &'a str,
    /// Of the address with which the client enters the accounts that this is about.
    pub email_norm: &'a str,
    /// The member of staff whose act it came of.
    pub began: Option<UserId>,
}

/// What happened, with what else there is to say.
#[derive(Clone, Copy)]
pub(crate) enum Happened<'a> {
    Activated,
    /// With what the mail server said.
    InvitationFailed(&'a str),
    InvitationExpired,
    /// With what the mail server said.
    ResetFailed(&'a str),
    /// With the address before.
    AddressChanged(&'a str),
    CodesLocked,
}

impl Happened<'_> {
    const fn event(self) -> Event {
        match self {
            Happened::Activated => Event::Activated,
            Happened::InvitationFailed(_) => Event::InvitationFailed,
            Happened::InvitationExpired => Event::InvitationExpired,
            Happened::ResetFailed(_) => Event::ResetFailed,
            Happened::AddressChanged(_) => Event::AddressChanged,
            Happened::CodesLocked => Event::CodesLocked,
        }
    }
}

/// An account as mails name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub code: String,
    pub name: String,
}

/// Somebody who is told, and the accounts that may be named to them.
#[derive(Clone, Debug)]
pub struct Recipient {
    pub(super) reader: Reader,
    pub accounts: Vec<Named>,
}

impl Recipient {
    #[must_use]
    pub fn name(&self) -> &str {
        &self.reader.name
    }
    #[must_use]
    pub fn email(&self) -> &str {
        &self.reader.email
    }
    /// The language of their mails.
    #[must_use]
    pub const fn locale(&self) -> kernel::Locale {
        self.reader.locale
    }
}

/// Who is told of this event about the client with this address; see [`rules::told`].
///
/// # Errors
/// When the database does not answer.
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
        recipients.push(Recipient { reader: security_mails::reader(tx, firm, told.user).await?, accounts: named });
    }
    Ok(recipients)
}

/// Mails everybody who is to hear of this.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn tell(
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
