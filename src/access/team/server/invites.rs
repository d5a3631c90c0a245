//! Inviting colleagues, sending an invitation again, taking it back.

use super::events::{OfInvitation, OfLink, Sending};
use super::invitation_store::{self, InvitationRow, NewInvitation};
use super::mails::InvitationMail;
use super::members;
use super::store;
use crate::gate::{May, Proven, Staff, right::Administer};
use crate::mailed_links;
use crate::team::rules::{self, INVITATION_LIFE};
use i18n::tl;
use kernel::names::parse_name;
use kernel::{AppError, EmailAddress, FieldError, InvitationId, Locale, Rights, Role, Ts, UserId};
use platform::Cx;
use platform::db::Tx;
use platform::keys::token_hash;
use platform::mail::address_fault;
use platform::names::name_fault;
use platform::rng::token;
use platform::unit::Work;

/// Who is invited to what, checked.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub name: String,
    pub email: EmailAddress,
    pub role: Role,
    pub rights: Rights,
    pub locale: Locale,
}

impl Draft {
    /// # Errors
    /// `Invalid` with the fields `name`, `email`, `role` and `locale`.
    pub(super) fn parse(cx: &Cx, staff: &Staff, typed: [&str; 4], rights: Rights) -> Result<Self, AppError> {
        let [name, email, role, locale] = typed;
        let mut faults = Vec::new();
        let name =
            parse_name(name).map_err(|problem| faults.push(fault("name", name_fault(cx.locale, problem))));
        let email = EmailAddress::parse(email)
            .map_err(|problem| faults.push(fault("email", address_fault(cx.locale, problem))));
        // One who may not make admins is not shown the choice.
        let role = Role::from_key(role).filter(|role| rules::may_decide(staff.role(), *role));
        let role = role.ok_or_else(|| faults.push(fault("role", tl!(cx.locale, "team.fault.role"))));
        let locale = Locale::ALL.into_iter().find(|known| known.tag() == locale);
        let locale = locale.ok_or_else(|| faults.push(fault("locale", tl!(cx.locale, "common.required"))));
        match (name, email, role, locale) {
            (Ok(name), Ok(email), Ok(role), Ok(locale)) => Ok(Self { name, email, role, rights, locale }),
            _ => Err(AppError::Invalid(faults)),
        }
    }
}

impl Draft {
    /// As it was sent before.
    pub(super) fn of(cx: &Cx, row: InvitationRow) -> Self {
        Self {
            email: EmailAddress::stored(&row.email),
            role: row.role(),
            rights: row.rights(),
            locale: Locale::from_tag(&row.locale).unwrap_or(cx.firm.locale),
            name: row.name,
        }
    }
}

/// In whose name an invitation is sent: whoever is told what becomes of it.
pub(super) struct Sender<'a> {
    pub user: UserId,
    pub name: &'a str,
}

/// An invitation on its way.
pub(super) struct Sent {
    pub id: InvitationId,
    pub until: Ts,
}

pub(super) fn fault(field: &str, text: String) -> FieldError {
    FieldError { field: field.to_owned(), text }
}

/// Mails an invitation to work for the firm; an older one of that address ends.
///
/// # Errors
/// `NotAllowed`; `Invalid` on `email` when somebody works there already, or did; `TooMany` within a minute, or for the
/// sixth mail of a day.
pub(super) async fn invite(
    cx: &Cx,
    staff: &Proven<May<Administer>>,
    draft: Draft,
) -> Result<InvitationId, AppError> {
    cx.work(staff, async move |w, staff| {
        let cx = w.cx();
        members::may_decide(w, cx, &staff, draft.role).await?;
        if let Some((_, left)) = store::member_at(w, cx.firm.id, draft.email.norm()).await? {
            let text = if left.is_some() {
                tl!(cx.locale, "team.fault.deactivated")
            } else {
                tl!(cx.locale, "team.fault.member")
            };
            return Err(AppError::Invalid(vec![fault("email", text)]));
        }
        let sender = Sender { user: staff.user(), name: staff.name() };
        send(w, &sender, &draft, Sending::Anew).await.map(|sent| sent.id)
    })
    .await
}

/// Mails another link; the earlier one ends. Answers the address.
///
/// # Errors
/// `NotAllowed`; `NotFound` when it is no longer open; `TooMany`.
pub(super) async fn resend(
    cx: &Cx,
    staff: &Proven<May<Administer>>,
    id: InvitationId,
) -> Result<String, AppError> {
    cx.work(staff, async move |w, staff| {
        let cx = w.cx();
        let row = open(w, cx, &staff, id).await?;
        let draft = Draft::of(cx, row);
        let sender = Sender { user: staff.user(), name: staff.name() };
        send(w, &sender, &draft, Sending::Again).await?;
        Ok(draft.email.shown().to_owned())
    })
    .await
}

/// Takes an invitation back: none of the links of this address works any more. Answers the address.
///
/// # Errors
/// `NotAllowed`; `NotFound` when it is no longer open.
pub(super) async fn withdraw(
    cx: &Cx,
    staff: &Proven<May<Administer>>,
    id: InvitationId,
) -> Result<String, AppError> {
    cx.work(staff, async move |w, staff| {
        let (cx, firm) = (w.cx(), w.firm());
        let row = open(w, cx, &staff, id).await?;
        if !invitation_store::revoke(w, firm, &row.email_norm, cx.now()).await? {
            return Err(AppError::NotFound);
        }
        w.happened(OfInvitation::of(&row, OfLink::Withdrawn)).await?;
        Ok(row.email)
    })
    .await
}

async fn open(tx: &mut Tx, cx: &Cx, staff: &Staff, id: InvitationId) -> Result<InvitationRow, AppError> {
    let row = invitation_store::find(tx, cx.firm.id, id).await?.ok_or(AppError::NotFound)?;
    members::may_decide(tx, cx, staff, row.role()).await?;
    Ok(row)
}

/// Mails a link; an earlier one of that address ends. The caller has checked that it may be sent.
///
/// # Errors
/// `TooMany` within a minute, or for the sixth mail of a day.
pub(super) async fn send(
    w: &mut Work<'_>,
    sender: &Sender<'_>,
    draft: &Draft,
    why: Sending,
) -> Result<Sent, AppError> {
    let cx = w.cx();
    let (firm, now, norm) = (cx.firm.id, cx.now(), draft.email.norm());
    // Looked at after the update, as in `invitations`: what a colleague commits meanwhile must not be missed.
    invitation_store::supersede(w, firm, norm, now).await?;
    let sent = invitation_store::mailed_since(w, firm, norm, now.plus(-mailed_links::MAIL_WINDOW)).await?;
    mailed_links::mailed_in_time(&sent, now)?;
    let secret = token(&*cx.rng);
    let new = NewInvitation {
        id: InvitationId(cx.ids.next()),
        email: draft.email.shown(),
        email_norm: norm,
        name: &draft.name,
        role: draft.role,
        rights: draft.rights,
        locale: draft.locale,
        token_hash: token_hash(secret.expose()),
        invited_by: sender.user,
        created_at: now,
        expires_at: now.plus(INVITATION_LIFE),
    };
    invitation_store::insert(w, firm, &new).await.map_err(mailed_links::sent_meanwhile)?;
    let mail = InvitationMail {
        to: &draft.email,
        name: &draft.name,
        locale: draft.locale,
        role: draft.role,
        sender: sender.name,
        token: secret.expose(),
        until: new.expires_at,
    };
    w.mail(&mail.mail(&cx.firm), None).await?;
    let (id, email) = (new.id, draft.email.shown().to_owned());
    let what = OfLink::Sent(why, draft.role, draft.rights);
    w.happened(OfInvitation { id, email, what }).await?;
    Ok(Sent { id: new.id, until: new.expires_at })
}
