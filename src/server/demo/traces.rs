//! What invented accounts and people leave behind in the tables that grow with use: the audit trail, mails sent,
//! invitations accepted, sessions, live news. So a big firm is as full as one that was used for years, and a page that is
//! fast only while those tables are empty is found out. The sixty by hand have none: tests count on that.

use super::model::OWNER;
use super::planner::{Planner, link_token};
use super::rows::{
    AccountRow, ActRow, Batch, EmailRow, From, InvitationRow, LoginRow, MailRow, NewsRow, SessionRow,
    SettingRow,
};

use access::invitations::DAYS_AT_FIRST;
use kernel::live::{LiveEvent, News, Wire};
use kernel::{EmailId, InvitationId, Locale, MailId, SessionId, Ts};
use platform::keys::token_hash;
use platform::outbox;
use std::collections::HashMap;

/// Of a hundred invitations that were accepted, how many are still known.
const REMEMBERED: i64 = 25;
/// Of a thousand mails, how many a server refused for good.
const REFUSED: i64 = 5;
/// Of a thousand switches, how many made news within the last day.
const NEWS: i64 = 20;

/// Adds the traces of a batch's accounts.
pub(super) fn leave(planner: &Planner, batch: &mut Batch) {
    let mut traces = Batch::default();
    for invitation in &mut batch.invitations {
        invitation.told_at = (invitation.expires_at <= planner.now).then_some(invitation.expires_at);
    }
    for account in &batch.accounts {
        let by = colleague(planner);
        let at = account.created_at;
        traces
            .acts
            .push(ActRow { account: Some(account.id), ..act(planner, "account_created", at, by, account) });
    }
    let emails: HashMap<EmailId, &EmailRow> = batch.emails.iter().map(|row| (row.id, row)).collect();
    let logins: HashMap<&str, &LoginRow> =
        batch.logins.iter().map(|row| (row.email_norm.as_str(), row)).collect();
    for setting in batch.settings.iter().filter(|row| row.on.0) {
        let Some(email) = emails.get(&setting.email) else { continue };
        switched_on(planner, &mut traces, setting, email);
        if let Some(login) = logins.get(email.email_norm.as_str()) {
            accepted(planner, &mut traces, setting, login);
        }
    }
    for login in &batch.logins {
        signed_in(planner, &mut traces, login);
    }
    batch.acts.append(&mut traces.acts);
    batch.mails.append(&mut traces.mails);
    batch.invitations.append(&mut traces.invitations);
    batch.sessions.append(&mut traces.sessions);
    batch.news.append(&mut traces.news);
}

/// Who acts for the firm, and from where.
type By = ((&'static str, Option<kernel::UserId>, String), From);

fn colleague(planner: &Planner) -> By {
    let from = From {
        ip: format!("203.0.113.{}", 1 + planner.of_traces.below(250)),
        place: "Germany",
        os: "Windows",
        browser: "Firefox 147",
    };
    (("staff", planner.owner, format!("{OWNER} <eva@weber.example>")), from)
}

fn act(planner: &Planner, event: &'static str, at: Ts, (by, from): By, about: &AccountRow) -> ActRow {
    ActRow {
        id: planner.id(),
        at,
        event,
        by,
        account: None,
        subject: (about.id.0, about.name.clone()),
        detail: about.code.clone(),
        from,
    }
}

fn switched_on(planner: &Planner, traces: &mut Batch, setting: &SettingRow, email: &EmailRow) {
    let (by, from) = colleague(planner);
    traces.acts.push(ActRow {
        id: planner.id(),
        at: setting.at,
        event: "login_on",
        by,
        account: Some(setting.account),
        subject: (setting.id.0, email.email.clone()),
        detail: "off -> on".to_owned(),
        from,
    });
    let dice = &planner.of_traces;
    if dice.below(1_000) < NEWS {
        let news = News::Setting { setting: setting.id, act: "login_on".to_owned() };
        let at = planner.now.plus(-dice.below(20 * 60) * Ts::MINUTE);
        traces.news.push(NewsRow { id: planner.id(), wire: Wire::from(LiveEvent::new(news, "")), at });
    }
}

/// The invitation with which somebody came, and its mail.
fn accepted(planner: &Planner, traces: &mut Batch, setting: &SettingRow, login: &LoginRow) {
    let dice = &planner.of_traces;
    if !dice.percent(REMEMBERED) {
        return;
    }
    let created_at = login.activated_at.plus(-(1 + dice.below(20)) * Ts::DAY);
    let mail = MailId(planner.id());
    let refused = dice.below(1_000) < REFUSED;
    traces.mails.push(MailRow {
        id: mail,
        to: login.email.clone(),
        subject_sealed: outbox::sealed_subject(&planner.platform, mail, "Weber & Partner"),
        about: setting.id,
        created_at,
        refused: refused.then_some("550 5.1.1 no such mailbox"),
    });
    traces.invitations.push(InvitationRow {
        id: InvitationId(planner.id()),
        email: login.email.clone(),
        email_norm: login.email_norm.clone(),
        name: login.name.clone(),
        locale: login.locale.unwrap_or(Locale::De),
        token_hash: token_hash(&link_token(&login.email_norm)),
        by: planner.owner,
        created_at,
        expires_at: created_at.plus(DAYS_AT_FIRST * Ts::DAY),
        accepted_at: Some(login.activated_at),
        told_at: None,
        mail: Some(mail),
    });
}

/// The last sign-in and the session it began. Sessions that ended a month ago are forgotten.
fn signed_in(planner: &Planner, traces: &mut Batch, login: &LoginRow) {
    let Some(last) = &login.last else { return };
    traces.acts.push(ActRow {
        id: planner.id(),
        at: last.at,
        event: "signed_in",
        by: ("client", Some(login.id), format!("{} <{}>", login.name, login.email)),
        account: None,
        subject: (login.id.0, login.email.clone()),
        detail: "code".to_owned(),
        from: last.from.clone(),
    });
    if planner.now.since(last.at) > 29 * Ts::DAY {
        return;
    }
    let signed_out = planner.of_traces.percent(40);
    traces.sessions.push(SessionRow {
        id: SessionId(planner.id()),
        user: login.id,
        token_hash: unguessable(planner),
        created_at: last.at,
        expires_at: last.at.plus(Ts::DAY),
        revoked_at: signed_out.then(|| last.at.plus(20 * Ts::MINUTE)),
        from: last.from.clone(),
    });
}

/// The hash of no token that anybody could know.
fn unguessable(planner: &Planner) -> [u8; 32] {
    let mut hash = [0; 32];
    planner.platform.rng.fill(&mut hash);
    hash
}
