//! Hosts come, one of them is the main one, and those that are neither needed nor wanted go.

use super::events::{HostChanged, What};
use super::store;
use crate::hosts::model::{HostLine, HostList};
use crate::hosts::rules::{self, CHECKS, HostProblem, MOST};
use access::gate::{May, Proven, right::ManageFirm};
use i18n::said;
use kernel::AppError;
use platform::db::{Conn, Tx};
use platform::firm_profile::{self, origin_of};
use platform::limits;
use platform::rng::token;
use platform::unit::Work;
use platform::{Cx, hosts, net};

/// All of them.
pub(in crate::hosts) async fn list(cx: &Cx, _: &May<ManageFirm>) -> Result<HostList, AppError> {
    let mut conn = cx.db.read().await?;
    all(&mut conn, cx).await
}

pub(super) async fn all(conn: &mut Conn, cx: &Cx) -> Result<HostList, AppError> {
    let rows = store::hosts(conn, cx.firm.id).await?;
    let wanted = store::wanted(conn, cx.firm.id).await?;
    let line = |row: store::HostRow| HostLine {
        origin: origin_of(&cx.config, &row.host),
        host: row.host,
        main: row.main,
        home: row.home,
        proof: None,
    };
    let wanted = wanted.into_iter().map(|row| HostLine {
        origin: origin_of(&cx.config, &row.host),
        proof: Some(rules::proof(&row.host, &row.token)),
        host: row.host,
        ..HostLine::default()
    });
    Ok(HostList { hosts: rows.into_iter().map(line).chain(wanted).collect() })
}

pub(super) fn parse(cx: &Cx, text: &str) -> Result<String, AppError> {
    let l = cx.locale;
    rules::host(text, cx.config.is_local()).map_err(|problem| {
        let text = match problem {
            HostProblem::Empty => said!(l, "common.required"),
            HostProblem::More => said!(l, "firm.hosts.fault.more"),
            HostProblem::Number => said!(l, "firm.hosts.fault.number"),
            HostProblem::Malformed => said!(l, "firm.hosts.fault.malformed"),
        };
        AppError::field("host", text)
    })
}

/// What became of a name that somebody typed, as it is looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::hosts) enum Added {
    /// It leads to the main one.
    Answers(String),
    /// The firm is to show first that it is its own.
    Wanted(String),
}

/// One more host. The only firm of an installation has it at once, for it can be nobody else's; where there are others, it
/// is wanted until the firm has shown that it is its own.
///
/// # Errors
/// `Invalid` on `host`.
pub(in crate::hosts) async fn add(
    cx: &Cx,
    staff: &Proven<May<ManageFirm>>,
    typed: &str,
) -> Result<Added, AppError> {
    let host = parse(cx, typed)?;
    let added = cx.work(staff, async move |w, _| {
        let cx = w.cx();
        refuse(w, cx, &host).await?;
        if firm_profile::count(w).await? == 1 {
            answer(w, cx, &host).await?;
            happened(w, &host, What::Added).await?;
            return Ok(Added::Answers(host));
        }
        let secret = token(&*cx.rng);
        store::want(w, cx.firm.id, &host, secret.expose(), cx.now()).await?;
        happened(w, &host, What::Wanted).await?;
        Ok(Added::Wanted(host))
    });
    let added = added.await?;
    cx.firms.forget();
    Ok(added)
}

/// What speaks against one more host of this name.
async fn refuse(tx: &mut Tx, cx: &Cx, host: &str) -> Result<(), AppError> {
    let l = cx.locale;
    refuse_beyond_demo(tx, cx, host).await?;
    let known = all(tx, cx).await?.hosts;
    if known.iter().any(|it| it.host == host) {
        return Err(AppError::field("host", said!(l, "firm.hosts.fault.twice")));
    }
    if known.len() >= MOST {
        return Err(AppError::field("host", said!(l, "firm.hosts.fault.most", n = MOST)));
    }
    let base = cx.config.host();
    let owner = hosts::owner(tx, host).await?;
    let of_another = owner.is_some_and(|owner| owner != cx.firm.id);
    // The address of the installation is the operator's, with www. and without, whether or not a firm has claimed it.
    let of_nobody = hosts::bare(&base) == hosts::bare(host) && owner != Some(cx.firm.id);
    if host == base || of_another || of_nobody { Err(taken(cx)) } else { Ok(()) }
}

/// Nobody but whoever sits at this machine reaches the demo, whoever says so.
pub(super) async fn refuse_beyond_demo(tx: &mut Tx, cx: &Cx, host: &str) -> Result<(), AppError> {
    if net::is_this_machine(host) || !firm_profile::has_demo(tx).await? {
        return Ok(());
    }
    Err(AppError::field("host", said!(cx.locale, "firm.hosts.fault.demo")))
}

fn taken(cx: &Cx) -> AppError {
    AppError::field("host", said!(cx.locale, "firm.hosts.fault.taken"))
}

/// The firm answers at this host from now on, unless another one does with or without `www.`.
async fn answer(tx: &mut Tx, cx: &Cx, host: &str) -> Result<(), AppError> {
    if !hosts::claim(tx, host, cx.firm.id).await? {
        return Err(taken(cx));
    }
    let made = hosts::answer_at(tx, host, cx.firm.id, false, cx.now()).await;
    made.map_err(|error| if error.is_duplicate() { taken(cx) } else { error.into() })
}

/// Looks whether the firm has shown that a host it wants is its own; if so, the host leads to the main one from now on.
///
/// # Errors
/// `NotFound` for a host the firm does not want; `TooMany`; `Refused` with what is missing, when the DNS does not answer,
/// and when another firm was faster.
pub(in crate::hosts) async fn check(
    cx: &Cx,
    staff: &Proven<May<ManageFirm>>,
    host: &str,
) -> Result<(), AppError> {
    let l = cx.locale;
    let wanted = store::wanted(&mut cx.db.read().await?, cx.firm.id).await?;
    let row = wanted.into_iter().find(|row| row.host == host).ok_or(AppError::NotFound)?;
    limits::take(cx, CHECKS, &cx.firm.id.to_string()).await?;
    let proof = rules::proof(&row.host, &row.token);
    let texts = cx.dns.texts(proof.name.clone()).await;
    let texts = texts.map_err(|_| AppError::Refused(said!(l, "firm.hosts.proof.silent")))?;
    if !rules::is_proven(&proof, &texts) {
        return Err(AppError::Refused(said!(l, "firm.hosts.proof.missing", name = proof.name)));
    }
    let proven = cx.work(staff, async move |w, _| {
        let cx = w.cx();
        // Removed meanwhile, or wanted anew with another token.
        let wanted = store::wanted(w, cx.firm.id).await?;
        if !wanted.iter().any(|it| it.host == row.host && it.token == row.token) {
            return Err(AppError::Conflict);
        }
        let other = |_| AppError::Refused(said!(cx.locale, "firm.hosts.fault.taken"));
        answer(w, cx, &row.host).await.map_err(|error| match error {
            AppError::Invalid(fields) => other(fields),
            error => error,
        })?;
        store::unwant(w, cx.firm.id, &row.host).await?;
        happened(w, &row.host, What::Proven(proof.text)).await
    });
    proven.await?;
    cx.firms.forget();
    Ok(())
}

/// Makes one of the firm's hosts the main one; whether it was another before. `confirmed` says that the reader knows what
/// has to be true first.
///
/// # Errors
/// `NotFound` for a host that is not the firm's; `Invalid` on `confirmed`.
pub(in crate::hosts) async fn make_main(
    cx: &Cx,
    staff: &Proven<May<ManageFirm>>,
    host: &str,
    confirmed: bool,
) -> Result<(), AppError> {
    let host = host.to_owned();
    let changed = cx.work(staff, async move |w, _| {
        let cx = w.cx();
        let known = all(w, cx).await?.hosts;
        let answers = |it: &&HostLine| it.host == host && it.proof.is_none();
        let wanted = known.iter().find(answers).ok_or(AppError::NotFound)?;
        if wanted.main {
            return Ok(());
        }
        if !confirmed {
            return Err(AppError::field("confirmed", said!(cx.locale, "firm.hosts.fault.confirm")));
        }
        let old = known.iter().find(|it| it.main).map(|it| it.host.clone()).unwrap_or_default();
        if !firm_profile::set_main_host(w, cx.firm.id, &old, &host).await? {
            return Err(AppError::Conflict);
        }
        happened(w, &host, What::MadeMain(old)).await
    });
    changed.await?;
    cx.firms.forget();
    Ok(())
}

/// One host less; its links stop working.
///
/// # Errors
/// `NotFound`; `Refused` for the main one and the one the firm began with.
pub(in crate::hosts) async fn remove(
    cx: &Cx,
    staff: &Proven<May<ManageFirm>>,
    host: &str,
) -> Result<(), AppError> {
    let host = host.to_owned();
    let removed = cx.work(staff, async move |w, _| {
        let cx = w.cx();
        let known = all(w, cx).await?.hosts;
        let wanted = known.iter().find(|it| it.host == host).ok_or(AppError::NotFound)?;
        let gone = match wanted.proof {
            Some(_) => store::unwant(w, cx.firm.id, &host).await?,
            None => wanted.removable() && hosts::remove(w, cx.firm.id, &host).await?,
        };
        if !gone {
            return Err(AppError::Refused(said!(cx.locale, "firm.hosts.refused", host = host)));
        }
        hosts::give_up(w, &host, cx.firm.id).await?;
        happened(w, &host, What::Removed).await
    });
    removed.await?;
    cx.firms.forget();
    Ok(())
}

async fn happened(w: &mut Work<'_>, host: &str, what: What) -> Result<(), AppError> {
    let firm = w.firm();
    w.happened(HostChanged { firm, host: host.to_owned(), what }).await
}
