//! What can be done with accounts: make, rename, archive, bring back.

use crate::accounts::model::AccountForm;
use crate::search;
use crate::wording;
use access::gate::{May, Staff, right::ManageAccounts};
use directory::accounts::{
    self as store, AccountKind, AccountRecord, NewAccount, account, code_letter, sort_key,
};
use directory::assignments::assign;
use kernel::live::{News, UserAct};
use kernel::names::{awkward_in_file_names, parse_name, search_key};
use kernel::{AccountId, AppError};
use platform::Cx;
use platform::audit::{self, Act};
use platform::db::Tx;
use platform::events;
use platform::names::name_fault;

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
            .map_err(|problem| faults.push(wording::fault("name", name_fault(cx.locale, problem))));
        let kind = AccountKind::from_key(kind)
            .ok_or_else(|| faults.push(wording::fault("kind", i18n::tl!(cx.locale, "accounts.fault.kind"))));
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
    record(tx, cx, staff, "account_created", id, &row.name, &row.code).await?;
    events::publish(tx, cx, News::Lists).await?;
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
    let (c, staff, code) = (cx.clone(), staff.clone(), code.to_owned());
    cx.write(move |tx| {
        Box::pin(async move {
            let old = account(tx, &staff.sight(), &code).await?;
            let row = draft.row(&c, old.id, &old.code);
            search::stand_in_line(tx, c.firm.id).await?;
            if !store::rename(tx, c.firm.id, version, &row).await? {
                return Err(AppError::Conflict);
            }
            search::refresh_account(tx, c.firm.id, old.id).await?;
            let change = format!("{} ({}) -> {} ({})", old.name, old.kind, row.name, row.kind);
            record(tx, &c, &staff, "account_edited", old.id, &row.name, &change).await?;
            announce(tx, &c, &staff, old.id, "edited").await
        })
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
    move_to(cx, staff, code, version, Some(cx.now()), "account_archived").await
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
    move_to(cx, staff, code, version, None, "account_reactivated").await
}

async fn move_to(
    cx: &Cx,
    staff: &May<ManageAccounts>,
    code: &str,
    version: i64,
    at: Option<kernel::Ts>,
    event: &'static str,
) -> Result<(), AppError> {
    let (c, staff, code) = (cx.clone(), staff.clone(), code.to_owned());
    cx.write(move |tx| {
        Box::pin(async move {
            let found = account(tx, &staff.sight(), &code).await?;
            search::stand_in_line(tx, c.firm.id).await?;
            if found.archived_at.is_some() == at.is_some()
                || !store::set_archived(tx, c.firm.id, found.id, version, at).await?
            {
                return Err(AppError::Conflict);
            }
            search::refresh_account(tx, c.firm.id, found.id).await?;
            record(tx, &c, &staff, event, found.id, &found.name, &found.code).await?;
            for user in store::users_with_login(tx, c.firm.id, found.id).await? {
                let news = News::User { user, act: UserAct::AccessChanged, by: String::new() };
                events::publish(tx, &c, news).await?;
            }
            announce(tx, &c, &staff, found.id, event).await
        })
    })
    .await
}

async fn announce(
    tx: &mut Tx,
    cx: &Cx,
    staff: &Staff,
    account: AccountId,
    act: &str,
) -> Result<(), AppError> {
    let (act, by) = (act.to_owned(), staff.name().to_owned());
    Ok(events::publish_all(tx, cx, [News::Account { account, act, about: None, by }, News::Lists]).await?)
}

async fn record(
    tx: &mut Tx,
    cx: &Cx,
    staff: &Staff,
    event: &'static str,
    account: AccountId,
    name: &str,
    detail: &str,
) -> Result<(), AppError> {
    let act = Act {
        event,
        who: staff.audit(),
        account: Some(account),
        subject_id: Some(account.0),
        subject: name.to_owned(),
        detail: detail.to_owned(),
    };
    Ok(audit::record(tx, cx, act).await?)
}
