//! Contacts as their pages show them.

use super::store;
use crate::accounts::rules::{self, Cursor};
use crate::address_changes::Progress;
use crate::address_changes::rules as change_rules;
use crate::address_changes::server::{reading as change_reading, store as changes};
use crate::contacts::model::{Address, ContactCard, ContactPart, ContactRow, LinkedAccount, OldAddress};
use access::gate::Staff;
use kernel::{AppError, ContactId, EmailId, Locale};
use platform::Cx;
use platform::when::show_day;

/// Contacts in one part of the list.
pub(super) const PART: i64 = 50;

/// A part of the list.
///
/// # Errors
/// What the database says.
pub(crate) async fn list(
    cx: &Cx,
    staff: &Staff,
    search: &str,
    after: Option<&str>,
) -> Result<ContactPart, AppError> {
    let mut conn = cx.db.read().await?;
    let cursor = after.and_then(Cursor::parse);
    let lines = store::page(&mut conn, staff, rules::pattern(search), cursor, PART + 1).await?;
    let mut rows: Vec<ContactRow> = Vec::new();
    let mut ends = Vec::new();
    for line in lines {
        let id = line.id.to_string();
        if rows.last().is_none_or(|last| last.id != id) {
            rows.push(ContactRow { id, name: line.name, ..ContactRow::default() });
            ends.push(Cursor { sort_key: line.sort_key, id: line.id.0 });
        }
        if let (Some(row), Some(word)) = (rows.last_mut(), line.word) {
            match line.what {
                Some(0) => row.addresses.push(word),
                _ => row.accounts.push((word, line.name_of.unwrap_or_default())),
            }
        }
    }
    let part = usize::try_from(PART).unwrap_or(usize::MAX);
    let next = if rows.len() > part { ends.get(part - 1).map(Cursor::to_text) } else { None };
    rows.truncate(part);
    Ok(ContactPart { rows, next })
}

/// One contact with everything its page shows.
///
/// # Errors
/// `NotFound`.
pub(crate) async fn card(cx: &Cx, staff: &Staff, id: &str) -> Result<ContactCard, AppError> {
    let id: ContactId = id.parse().map_err(|()| AppError::NotFound)?;
    let mut conn = cx.db.read().await?;
    let contact = store::find(&mut conn, staff, id).await?.ok_or(AppError::NotFound)?;
    let logins = store::logins(&mut conn, staff, id).await?;
    let addresses = store::addresses(&mut conn, cx.firm.id, id).await?;
    let links = store::links(&mut conn, staff, id).await?;
    let sign_in = store::signing_in(&mut conn, staff, id).await?;
    let changes = changes::open_of_contact(&mut conn, cx.firm.id, id).await?;
    let replaces = |address: EmailId| {
        let change = changes.iter().find(|change| change.new_email_id == address)?;
        let standing = change_rules::standing(change.stored(), change.expires_at, cx.now());
        let waits = standing.progress().filter(|it| change_rules::is_the_way_in(*it))?;
        let until = show_day(change.expires_at, cx.locale, &cx.firm.time_zone);
        Some((change.old_email.clone(), until, waits == Progress::Pending))
    };
    let old = |address: &store::AddressRecord| {
        let change = changes.iter().find(|change| change.old_email_id == address.id)?;
        let change = change_reading::card(cx, change.into());
        Some(OldAddress { id: address.id.to_string(), email: address.email.clone(), change })
    };
    let unlinked = addresses.iter().filter(|it| it.unlinked_at.is_some()).filter_map(old).collect();
    let out_of_reach = !links.is_empty() && links.iter().all(|link| link.visible == 0);
    Ok(ContactCard {
        unlinked,
        out_of_reach,
        id: contact.id.to_string(),
        name: contact.name,
        locale: Locale::from_tag(&contact.locale).unwrap_or(cx.firm.locale),
        version: contact.version,
        addresses: addresses
            .into_iter()
            .filter(|address| address.unlinked_at.is_none())
            .map(|address| Address {
                login_in: logins
                    .iter()
                    .filter(|(at, _)| *at == address.id)
                    .map(|(_, code)| code.clone())
                    .collect(),
                signs_in: sign_in.contains(&address.id),
                replaces: replaces(address.id),
                id: address.id.to_string(),
                email: address.email,
            })
            .collect(),
        accounts: links
            .into_iter()
            .filter(|link| link.visible == 1)
            .map(|link| LinkedAccount {
                code: link.code,
                name: link.name,
                role: link.role_text,
                archived: link.archived_at.is_some(),
            })
            .collect(),
    })
}
