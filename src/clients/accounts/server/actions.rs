//! What can be done with accounts: make, rename, archive, bring back.

use super::events::{OfAccount, What};
use crate::accounts::model::AccountForm;
use crate::search;
use access::gate::{May, right::ManageAccounts};
use directory::accounts::{
    self as store, AccountKind, AccountRecord, NewAccount, account, code_letter, sort_key,
};
use directory::assignments::assign;
use kernel::names::{awkward_in_file_names, parse_name, search_key};
use kernel::{AccountId, AppError, Fault, Ts};
use platform::Cx;
use platform::db::Tx;
use platform::names::name_fault;
use platform::unit::{Change, Work};

/// What the edit page starts from.
///
/// # Errors
/// `NotFound`.
pub(crate) async fn form(cx: &Cx, staff: &May<ManageAccounts>, code: &str) -> Result<AccountForm, AppError> {
    let mut conn = cx.db.read().await?;
    let found = account(&mut conn, &staff.sight(), code).await?;
    Ok(AccountForm {
        kind: AccountKind::from_key(&found.kind).unwrap_or(AccountKind::Other),
        archived: found.archived_at.is_some(),
        code: found.code,
        name: found.name,
        version: found.version,
    })
}

/// An account's words, checked.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub name: String,
    pub kind: AccountKind,
}

impl Draft {
    /// # Errors
    /// `Invalid` with the fields `name` and `kind`.
    pub(crate) fn parse(cx: &Cx, name: &str, kind: &str) -> Result<Self, AppError> {
        let mut faults = Vec::new();
        let name = parse_name(name)
            .map_err(|problem| faults.push(Fault::at("name", name_fault(cx.locale, problem))));
        let kind = AccountKind::from_key(kind)
            .ok_or_else(|| faults.push(Fault::at("kind", i18n::said!(cx.locale, "accounts.fault.kind"))));
        match (name, kind) {
            (Ok(name), Ok(kind)) => Ok(Self { name, kind }),
            _ => Err(AppError::Invalid(faults)),
        }
    }

    /// Whether an export to a drive cannot write this name as it is (DM-9).
    #[must_use]
    pub(crate) fn is_awkward(&self) -> bool {
        awkward_in_file_names(&self.name)
    }

    fn row(&self, cx: &Cx, id: AccountId, code: &str) -> NewAccount {
        NewAccount {
            id,
            code: code.to_owned(),
            name: self.name.clone(),
            kind: self.kind.key(),
            search_key: search_key(&[&self.name, code]),
            sort_key: sort_key(&self.name),
            at: cx.now(),
        }
    }
}

/// Makes an account within a transaction and gives it the next short id. Whoever sees assigned accounts only is
/// assigned to it.
pub(crate) async fn create_in(
    tx: &mut Tx,
    cx: &Cx,
    staff: &May<ManageAccounts>,
    draft: &Draft,
) -> Result<AccountRecord, AppError> {
    let letter = code_letter(&draft.name).to_string();
    let number = store::next_number(tx, cx.firm.id, &letter).await?;
    let id = AccountId(cx.ids.next());
    let row = draft.row(cx, id, &format!("{letter}{number}"));
    store::insert(tx, cx.firm.id, &row).await?;
    if !staff.sees_all() {
        assign(tx, cx.firm.id, staff.user(), id).await?;
    }
    search::refresh_account(tx, cx.firm.id, id).await?;
    let created = OfAccount { id, name: row.name.clone(), what: What::Created(row.code.clone()) };
    Work::on(tx, cx, staff).happened(created).await?;
    let kind = row.kind.to_owned();
    Ok(AccountRecord { id, code: row.code, name: row.name, kind, archived_at: None, version: 1 })
}

/// Renames an account or changes its kind.
///
/// # Errors
/// `NotFound`; `Conflict` when somebody else was faster.
pub(crate) async fn edit(
    cx: &Cx,
    staff: &May<ManageAccounts>,
    code: &str,
    version: i64,
    draft: Draft,
) -> Result<(), AppError> {
    let code = code.to_owned();
    cx.work(staff, async move |w, staff| {
        let (cx, firm) = (w.cx(), w.firm());
        let old = account(w, &staff.sight(), &code).await?;
        let row = draft.row(cx, old.id, &old.code);
        search::stand_in_line(w, firm).await?;
        if !store::rename(w, firm, version, &row).await? {
            return Err(AppError::Conflict);
        }
        search::refresh_account(w, firm, old.id).await?;
        let words = |name: &str, kind: &str| format!("{name} ({kind})");
        let change = Change::of(words(&old.name, &old.kind), words(&row.name, row.kind));
        w.happened(OfAccount { id: old.id, name: row.name, what: What::Edited(change) }).await
    })
    .await
}

/// Moves an account to the archive: it stays editable, and no client enters it (CRM-13).
///
/// # Errors
/// `NotFound`; `Conflict` when somebody else was faster.
pub(crate) async fn archive(
    cx: &Cx,
    staff: &May<ManageAccounts>,
    code: &str,
    version: i64,
) -> Result<(), AppError> {
    move_to(cx, staff, code, version, Some(cx.now())).await
}

/// Brings an account back, with its switches as they were (CRM-13).
///
/// # Errors
/// As [`archive`].
pub(crate) async fn reactivate(
    cx: &Cx,
    staff: &May<ManageAccounts>,
    code: &str,
    version: i64,
) -> Result<(), AppError> {
    move_to(cx, staff, code, version, None).await
}

async fn move_to(
    cx: &Cx,
    staff: &May<ManageAccounts>,
    code: &str,
    version: i64,
    at: Option<Ts>,
) -> Result<(), AppError> {
    let code = code.to_owned();
    cx.work(staff, async move |w, staff| {
        let firm = w.firm();
        let found = account(w, &staff.sight(), &code).await?;
        search::stand_in_line(w, firm).await?;
        if found.archived_at.is_some() == at.is_some()
            || !store::set_archived(w, firm, found.id, version, at).await?
        {
            return Err(AppError::Conflict);
        }
        search::refresh_account(w, firm, found.id).await?;
        let users = store::users_with_login(w, firm, found.id).await?;
        let what = match at {
            Some(_) => What::Archived(found.code, users),
            None => What::Reactivated(found.code, users),
        };
        w.happened(OfAccount { id: found.id, name: found.name, what }).await
    })
    .await
}
