//! Reading and changing what somebody is told.

use super::events::{ItemSwitched, OwnItems};
use super::store::{self, PrefsRow};
use crate::notifications::model::{ItemState, NotifyPrefs, OffBy};
use crate::notifications::rules::{Matrix, Side};
use crate::switches::row;
use access::gate::{ClientOf, May, Staff, right::ManageAccounts};
use directory::switches;
use i18n::said;
use kernel::live::Watch;
use kernel::notify::Item;
use kernel::{AppError, SettingId};
use platform::Cx;
use platform::db::Tx;
use platform::when::show_day;

/// How `set_by` tells the two sides apart; a name follows.
const CLIENT: &str = "client:";
const STAFF: &str = "staff:";

/// The switches of one row of the Info tab.
///
/// # Errors
/// `NotFound`.
pub(crate) async fn of_row(
    cx: &Cx,
    staff: &Staff,
    code: &str,
    setting: &str,
) -> Result<NotifyPrefs, AppError> {
    let id: SettingId = setting.parse().map_err(|()| AppError::NotFound)?;
    let mut conn = cx.db.read().await?;
    let rows = store::of_row(&mut conn, staff, code, id).await?;
    let account = rows.first().ok_or(AppError::NotFound)?.account_id;
    prefs(cx, &rows, Watch::Account(account)).pop().ok_or(AppError::NotFound)
}

/// A client's own switches in this account.
pub(crate) async fn of_client(cx: &Cx, client: &ClientOf) -> Result<Vec<NotifyPrefs>, AppError> {
    let mut conn = cx.db.read().await?;
    let rows = store::of_client(&mut conn, client).await?;
    Ok(prefs(cx, &rows, Watch::Myself))
}

fn prefs(cx: &Cx, rows: &[PrefsRow], watch: Watch) -> Vec<NotifyPrefs> {
    let mut all: Vec<NotifyPrefs> = Vec::new();
    for row in rows {
        let setting = row.setting_id.to_string();
        if all.last().is_none_or(|last| last.setting != setting) {
            let fresh = |item| ItemState { item, on: row.notify, off_by: None };
            all.push(NotifyPrefs {
                setting,
                account_code: row.code.clone(),
                account_name: row.account_name.clone(),
                contact: row.contact_name.clone(),
                email: row.email.clone(),
                notify: row.notify,
                watch,
                items: Item::ALL.map(fresh).to_vec(),
            });
        }
        let item = row.item.as_deref().and_then(Item::from_key);
        if let (Some(last), Some(item), Some(by), Some(at)) = (all.last_mut(), item, &row.set_by, row.set_at)
            && let Some(state) = last.items.iter_mut().find(|state| state.item == item)
        {
            state.on = false;
            let (client, name) = match by.strip_prefix(CLIENT) {
                Some(name) => (true, name),
                None => (false, by.strip_prefix(STAFF).unwrap_or(by)),
            };
            let day = show_day(at, cx.locale, cx.zone());
            state.off_by = Some(OffBy { client, name: name.to_owned(), day });
        }
    }
    all
}

/// Who changes a row's items.
struct Chooser<'a> {
    side: Side,
    /// As colleagues see it.
    name: &'a str,
}

impl Chooser<'_> {
    fn stored(&self) -> String {
        let side = if self.side == Side::Client { CLIENT } else { STAFF };
        format!("{side}{}", self.name)
    }
}

/// An item by its name, or all for the empty one.
fn parse_item(text: &str) -> Result<Option<Item>, AppError> {
    if text.is_empty() {
        return Ok(None);
    }
    Item::from_key(text).map(Some).ok_or(AppError::BadRequest)
}

/// Staff switch items of a row.
///
/// # Errors
/// `NotFound`; `Refused` when the client switched one of them off and nobody said that it is wanted.
pub(crate) async fn choose_for(
    cx: &Cx,
    staff: &May<ManageAccounts>,
    code: &str,
    setting: &str,
    items: &[&str],
    on: bool,
    side: Side,
) -> Result<(), AppError> {
    let id: SettingId = setting.parse().map_err(|()| AppError::NotFound)?;
    let items = items.iter().map(|item| parse_item(item)).collect::<Result<Vec<_>, _>>()?;
    let code = code.to_owned();
    cx.work(staff, async move |w, staff| {
        let cx = w.cx();
        let about = row(w, &staff, &code, id).await?;
        let by = Chooser { side, name: staff.name() };
        for item in items {
            turn(w, cx, &by, id, item, on).await?;
            let (account, email) = (about.account_id, about.email.clone());
            w.happened(ItemSwitched { account, setting: id, email, item, on }).await?;
        }
        match about.user_id {
            Some(user) => w.happened(OwnItems { user, by_themselves: false }).await,
            None => Ok(()),
        }
    })
    .await
}

/// A client switches an item of a row of their own.
///
/// # Errors
/// `NotFound` for other people's rows.
pub(crate) async fn choose_own(
    cx: &Cx,
    client: &ClientOf,
    setting: &str,
    item: &str,
    on: bool,
) -> Result<(), AppError> {
    let id: SettingId = setting.parse().map_err(|()| AppError::NotFound)?;
    let item = parse_item(item)?;
    cx.work(client, async move |w, client| {
        let cx = w.cx();
        let own = store::of_client(w, &client).await?;
        let about = own.into_iter().find(|row| row.setting_id == id).ok_or(AppError::NotFound)?;
        let by = Chooser { side: Side::Client, name: client.who().name() };
        turn(w, cx, &by, id, item, on).await?;
        let (account, email) = (client.account(), about.email);
        w.happened(ItemSwitched { account, setting: id, email, item, on }).await?;
        w.happened(OwnItems { user: client.who().user(), by_themselves: true }).await
    })
    .await
}

/// NOTIFY was switched on on the Info tab: its items follow (NOTIFY-1).
///
/// # Errors
/// `Refused` when the client had switched everything off (NOTIFY-6).
pub(crate) async fn switched_on_by_staff(
    tx: &mut Tx,
    cx: &Cx,
    staff: &May<ManageAccounts>,
    id: SettingId,
) -> Result<(), AppError> {
    let off = off_of(tx, cx, id).await?;
    let side = Side::Staff { wanted_by_client: false };
    let by = Chooser { side, name: staff.name() };
    apply(tx, cx, &by, id, &Matrix { notify: false, off }, None, true).await
}

async fn off_of(
    tx: &mut Tx,
    cx: &Cx,
    id: SettingId,
) -> Result<std::collections::BTreeMap<Item, bool>, AppError> {
    let off = switches::items_off(tx, cx.firm.id, id).await?;
    Ok(off
        .into_iter()
        .filter_map(|(item, by)| Item::from_key(&item).map(|item| (item, by.starts_with(CLIENT))))
        .collect())
}

async fn turn(
    tx: &mut Tx,
    cx: &Cx,
    by: &Chooser<'_>,
    id: SettingId,
    what: Option<Item>,
    on: bool,
) -> Result<(), AppError> {
    let taken = switches::take_hold(tx, cx.firm.id, id, cx.now(), by.name).await?;
    let notify = taken.ok_or(AppError::NotFound)?;
    let off = off_of(tx, cx, id).await?;
    apply(tx, cx, by, id, &Matrix { notify, off }, what, on).await
}

/// Asks the rule and stores what differs.
async fn apply(
    tx: &mut Tx,
    cx: &Cx,
    by: &Chooser<'_>,
    id: SettingId,
    old: &Matrix,
    what: Option<Item>,
    on: bool,
) -> Result<(), AppError> {
    let new = old
        .turned(what, on, by.side)
        .map_err(|_| AppError::Refused(said!(cx.locale, "notifications.refused.client_chose")))?;
    if new.notify != old.notify {
        switches::set_notify(tx, cx.firm.id, id, new.notify).await?;
    }
    for item in old.off.keys().filter(|item| !new.off.contains_key(item)) {
        switches::item_on(tx, cx.firm.id, id, item.key()).await?;
    }
    for (item, _) in new.off.iter().filter(|(item, by_client)| old.off.get(item) != Some(by_client)) {
        switches::item_off(tx, cx.firm.id, id, item.key(), &by.stored(), cx.now()).await?;
    }
    Ok(())
}
