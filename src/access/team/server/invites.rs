//! Inviting colleagues, sending an invitation again, taking it back.

use super::events::{OfInvitation, OfLink, Sending};
use super::invitation_store::{self, InvitationRow, NewInvitation, OpenRow};
use super::mails::InvitationMail;
use super::members;
use super::store::{self, MemberRecord};
use crate::gate::{May, Proven, Staff, right::Administer};
use crate::links::{self, Link, Whose};
use crate::team::LINK;
use crate::team::rules::{self, INVITATION_LIFE};
use i18n::tl;
use kernel::names::parse_name;
use kernel::{AppError, EmailAddress, Fault, InvitationId, Locale, Rights, Role, Ts, UserId};
use platform::Cx;
use platform::db::{Conn, Tx};
use platform::mail::address_fault;
use platform::names::name_fault;
use platform::unit::Work;

/// Who is invited to what, checked.
#[derive(Clone, Debug)]
pub(in crate::team) struct Draft {
    pub name: String,
    pub email: EmailAddress,
    pub role: Role,
    pub rights: Rights,
    pub locale: Locale,
}

impl Draft {
    /// # Errors
    /// `Invalid` with the fields `name`, `email`, `role` and `locale`.
    pub(in crate::team) fn parse(
        cx: &Cx,
        staff: &Staff,
        typed: [&str; 4],
        rights: Rights,
    ) -> Result<Self, AppError> {
        let [name, email, role, locale] = typed;
        let mut faults = Vec::new();
        let name = parse_name(name)
            .map_err(|problem| faults.push(Fault::at("name", name_fault(cx.locale, problem))));
        let email = EmailAddress::parse(email)
            .map_err(|problem| faults.push(Fault::at("email", address_fault(cx.locale, problem))));
        // One who may not make admins is not shown the choice.
        let role = Role::from_key(role).filter(|role| rules::may_decide(staff.role(), *role));
        let role = role.ok_or_else(|| faults.push(Fault::at("role", tl!(cx.locale, "team.fault.role"))));
        let locale = Locale::ALL.into_iter().find(|known| known.tag() == locale);
        let locale =
            locale.ok_or_else(|| faults.push(Fault::at("locale", tl!(cx.locale, "common.required"))));
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

/// Whoever sent this invitation, if they could do so today: nobody is brought in by whom nobody may invite any more
/// (DECISIONS.md, 39 and 182).
pub(super) async fn inviter(
    conn: &mut Conn,
    cx: &Cx,
    row: &InvitationRow,
) -> Result<Option<MemberRecord>, AppError> {
    let inviter = store::member(conn, cx.firm.id, row.invited_by).await?;
    let may = |it: &MemberRecord| it.deactivated_at.is_none() && rules::may_decide(it.role(), row.role());
    Ok(inviter.filter(may))
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

/// Mails an invitation to work for the firm; an older one of that address ends.
///
/// # Errors
/// `NotAllowed`; `Invalid` on `email` when somebody works there already, or did; `TooMany` within a minute, or for the
/// sixth mail of a day.
pub(in crate::team) async fn invite(
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
            return Err(AppError::Invalid(vec![Fault::at("email", text)]));
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
pub(in crate::team) async fn resend(
    cx: &Cx,
    staff: &Proven<May<Administer>>,
    id: InvitationId,
) -> Result<String, AppError> {
    cx.work(staff, async move |w, staff| {
        let cx = w.cx();
        let row = open(w, cx, &staff, id).await?;
        let draft = Draft::of(cx, row.row);
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
pub(in crate::team) async fn withdraw(
    cx: &Cx,
    staff: &Proven<May<Administer>>,
    id: InvitationId,
) -> Result<String, AppError> {
    cx.work(staff, async move |w, staff| {
        let cx = w.cx();
        let row = open(w, cx, &staff, id).await?;
        if links::revoke_all(w, cx, LINK, Whose::At(&row.email_norm)).await? == 0 {
            return Err(AppError::NotFound);
        }
        w.happened(OfInvitation::of(&row.row, OfLink::Withdrawn)).await?;
        Ok(row.row.email)
    })
    .await
}

async fn open(tx: &mut Tx, cx: &Cx, staff: &Staff, id: InvitationId) -> Result<OpenRow, AppError> {
    let row = invitation_store::find(tx, cx.firm.id, id).await?.ok_or(AppError::NotFound)?;
    members::may_decide(tx, cx, staff, row.row.role()).await?;
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
    let (firm, until) = (cx.firm.id, cx.now().plus(INVITATION_LIFE));
    let new = links::draw(cx);
    links::make(w, cx, &new, Link { kind: LINK, of: None, to: Some(draft.email.norm()), until }).await?;
    let row = NewInvitation {
        id: InvitationId(new.id),
        email: draft.email.shown(),
        name: &draft.name,
        role: draft.role,
        rights: draft.rights,
        locale: draft.locale,
        invited_by: sender.user,
    };
    invitation_store::insert(w, firm, &row).await?;
    let mail = InvitationMail {
        to: &draft.email,
        name: &draft.name,
        locale: draft.locale,
        role: draft.role,
        sender: sender.name,
        token: new.token(),
        until,
    };
    w.mail(&mail.mail(&cx.firm), None).await?;
    let (id, email) = (row.id, draft.email.shown().to_owned());
    let what = OfLink::Sent(why, draft.role, draft.rights);
    w.happened(OfInvitation { id, email, what }).await?;
    Ok(Sent { id, until })
}
