//! Why a search found an account: what is marked in its row, and which of its people were found.

use super::list_store::ListRow;
use super::why_store::{self as store, PersonRow};
use crate::accounts::model::Found;
use access::gate::Staff;
use kernel::{AccountId, AppError, fold};
use lists::{Reason, reasons, unsaid};
use platform::db::{Conn, id_list};
use std::collections::HashMap;

/// Of each row what these words found. Only accounts whose rows do not say it themselves are asked for their people.
pub(super) async fn found(
    conn: &mut Conn,
    staff: &Staff,
    rows: &[ListRow],
    words: &[String],
    typed: &str,
) -> Result<Vec<Found>, AppError> {
    let unsaid: Vec<Vec<String>> = rows.iter().map(|row| of_row(row, words)).collect();
    let silent = rows.iter().zip(&unsaid).filter(|(_, words)| !words.is_empty());
    let ids = id_list(silent.map(|(row, _)| row.id.0));
    let people = if ids.is_empty() { Vec::new() } else { store::people(conn, staff, &ids).await? };
    let mut of_account: HashMap<AccountId, Vec<&PersonRow>> = HashMap::new();
    people.iter().for_each(|one| of_account.entry(one.account_id).or_default().push(one));
    let found = rows.iter().zip(unsaid).map(|(row, unsaid)| {
        let people = of_account.get(&row.id).map(Vec::as_slice).unwrap_or_default();
        Found {
            code: fold::code_marks(&row.code, words),
            name: fold::marks(&row.name, words),
            why: reasons(unsaid, words, &texts(people, typed)),
        }
    });
    Ok(found.collect())
}

/// The words that neither the account's name nor its short id or number says.
fn of_row(row: &ListRow, words: &[String]) -> Vec<String> {
    let number = row.code.trim_start_matches(|c: char| !c.is_ascii_digit());
    unsaid(&[&row.name, &row.code, number], words)
}

/// Names and addresses: who types an @ means an address.
fn texts<'a>(people: &[&'a PersonRow], typed: &str) -> Vec<Reason<'a>> {
    let names = people.iter().map(|one| Reason { text: one.person.as_str(), also: None });
    let addresses = people.iter().filter_map(|one| {
        let text = one.email.as_deref()?;
        Some(Reason { text, also: one.email_norm.as_deref() })
    });
    if typed.contains('@') { addresses.chain(names).collect() } else { names.chain(addresses).collect() }
}
