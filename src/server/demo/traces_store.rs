//! Columns of what accounts and people leave behind, as in `store`.

use super::rows::{Batch, From};
use super::values::values;
use kernel::{FirmId, MailId, Ts};
use platform::db::{Arg, Rows};

pub(super) fn tables(firm: FirmId, batch: &Batch) -> [Rows; 6] {
    [
        mails(firm, batch),
        invitations(firm, batch),
        links(firm, batch),
        acts(firm, batch),
        sessions(firm, batch),
        news(firm, batch),
    ]
}

fn invitations(firm: FirmId, batch: &Batch) -> Rows {
    let mut rows =
        Rows::of("invitation", &["id", "firm_id", "email", "name", "message", "locale", "invited_by"]);
    for row in &batch.invitations {
        rows.push(values![row.id, firm, &row.email, &row.name, "", row.locale.tag(), row.by]);
    }
    rows
}

/// The links of invitations, and those that stop a change.
fn links(firm: FirmId, batch: &Batch) -> Rows {
    let mut rows = Rows::of(
        "link",
        &[
            "id",
            "firm_id",
            "kind",
            "of_id",
            "email_norm",
            "token_hash",
            "mail_id",
            "created_at",
            "expires_at",
            "used_at",
            "expiry_told_at",
        ],
    );
    for row in &batch.invitations {
        rows.push(values![
            row.id,
            firm,
            access::invitations::LINK.name,
            row.id,
            &row.email_norm,
            row.token_hash,
            row.mail,
            row.created_at,
            row.expires_at,
            row.accepted_at,
            row.told_at,
        ]);
    }
    for row in &batch.changes {
        rows.push(values![
            row.id,
            firm,
            clients::address_changes::LINK.name,
            row.id,
            &row.old.1,
            row.stop_hash,
            None::<MailId>,
            row.created_at,
            row.expires_at,
            None::<Ts>,
            None::<Ts>,
        ]);
    }
    rows
}

fn mails(firm: FirmId, batch: &Batch) -> Rows {
    let mut rows = Rows::of(
        "outbox",
        &[
            "id",
            "firm_id",
            "kind",
            "priority",
            "to_address",
            "subject_sealed",
            "state",
            "attempts",
            "next_at",
            "give_up_at",
            "fence",
            "setting_id",
            "last_reply",
            "created_at",
            "sent_at",
            "told_at",
        ],
    );
    for row in &batch.mails {
        let sent = row.refused.is_none();
        rows.push(values![
            row.id,
            firm,
            "transactional",
            10_i64,
            &row.to,
            row.subject_sealed.clone(),
            if sent { "sent" } else { "failed" },
            1_i64,
            row.created_at,
            row.created_at.plus(3 * Ts::DAY),
            1_i64,
            row.about,
            row.refused,
            row.created_at,
            sent.then(|| row.created_at.plus(2 * Ts::SECOND)),
            (!sent).then_some(row.created_at),
        ]);
    }
    rows
}

fn from_where(from: &From) -> [Arg; 4] {
    values![&from.ip, from.place, from.os, from.browser]
}

fn acts(firm: FirmId, batch: &Batch) -> Rows {
    let mut rows = Rows::of(
        "audit_event",
        &[
            "id",
            "firm_id",
            "at",
            "event",
            "actor_kind",
            "actor_id",
            "actor_name",
            "account_id",
            "subject_id",
            "subject",
            "detail",
            "ip",
            "place",
            "os",
            "browser",
        ],
    );
    for row in &batch.acts {
        let act = values![
            row.id,
            firm,
            row.at,
            row.event,
            row.by.0,
            row.by.1,
            &row.by.2,
            row.account,
            row.subject.0,
            &row.subject.1,
            &row.detail,
        ];
        rows.push(act.into_iter().chain(from_where(&row.from)));
    }
    rows
}

fn sessions(firm: FirmId, batch: &Batch) -> Rows {
    let mut rows = Rows::of(
        "session",
        &[
            "id",
            "firm_id",
            "user_id",
            "token_hash",
            "stage",
            "factor",
            "banner_closed",
            "account_chosen",
            "code_tries",
            "created_at",
            "last_seen_at",
            "expires_at",
            "revoked_at",
            "ip",
            "place",
            "os",
            "browser",
        ],
    );
    for row in &batch.sessions {
        let session = values![
            row.id,
            firm,
            row.user,
            row.token_hash,
            "full",
            "code",
            false,
            false,
            0_i64,
            row.created_at,
            row.created_at,
            row.expires_at,
            row.revoked_at,
        ];
        rows.push(session.into_iter().chain(from_where(&row.from)));
    }
    rows
}

fn news(firm: FirmId, batch: &Batch) -> Rows {
    let mut rows =
        Rows::of("event", &["id", "firm_id", "scope", "kind", "entity", "by_name", "origin", "at"]);
    for row in &batch.news {
        let wire = &row.wire;
        rows.push(values![
            row.id,
            firm,
            &wire.scope,
            &wire.kind,
            wire.entity.clone(),
            &wire.by,
            &wire.origin,
            row.at
        ]);
    }
    rows
}
