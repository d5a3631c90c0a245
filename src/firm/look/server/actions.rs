//! Choosing colours, putting up a logo, taking it down.

use super::events::{LookChanged, What};
use super::{mails, store};
use crate::look::model::{ACCENT, FirmLook};
use crate::look::rules::{self, ColourProblem, MOST_KB, ratio_text};
use access::gate::{May, right::ManageFirm};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use i18n::{said, tl};
use kernel::colour::READABLE;
use kernel::icon::LONGEST_SIDE;
use kernel::{AppError, Colour, Fault, Locale, Said, paths};
use platform::pictures::{self, PictureProblem};
use platform::unit::Work;
use platform::{Cx, firm_profile, logos};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// The look as it is.
pub(in crate::look) async fn read(cx: &Cx, staff: &May<ManageFirm>) -> Result<FirmLook, AppError> {
    let row = store::look(&mut cx.db.read().await?, staff.firm()).await?;
    Ok(FirmLook { accent: row.accent, sidebar: row.sidebar, logo: row.logo.as_deref().map(paths::brand) })
}

/// Stores the colours that were typed; an empty field is none.
///
/// # Errors
/// `Invalid` on `accent` and `sidebar`.
pub(in crate::look) async fn choose_colours(
    cx: &Cx,
    staff: &May<ManageFirm>,
    accent: &str,
    sidebar: &str,
) -> Result<(), AppError> {
    let empty = [("accent", accent), ("sidebar", sidebar)].into_iter().filter(|it| it.1.trim().is_empty());
    let faults: Vec<Fault> =
        empty.map(|(field, _)| Fault::at(field, in_words(cx.locale, ColourProblem::NoColour))).collect();
    if !faults.is_empty() {
        return Err(AppError::Invalid(faults));
    }
    colour(cx, staff, accent, sidebar).await
}

/// Stores both colours, or neither; our own where a text is empty.
///
/// # Errors
/// `Invalid` on `accent` and `sidebar`, with the contrast and the nearest shade that will do.
pub(in crate::look) async fn colour(
    cx: &Cx,
    staff: &May<ManageFirm>,
    accent: &str,
    sidebar: &str,
) -> Result<(), AppError> {
    let mut faults = Vec::new();
    let mut take = |field: &str, colour: Result<Option<Colour>, ColourProblem>| {
        colour.unwrap_or_else(|problem| {
            faults.push(Fault::at(field, in_words(cx.locale, problem)));
            None
        })
    };
    let accent = take("accent", rules::accent(accent));
    let sidebar = take("sidebar", rules::sidebar(sidebar));
    if !faults.is_empty() {
        return Err(AppError::Invalid(faults));
    }
    cx.work(staff, async move |w, staff| {
        let text = |colour: Option<Colour>| colour.map(|colour| colour.to_string());
        firm_profile::set_colours(w, staff.firm(), text(accent), text(sidebar)).await?;
        changed(w, What::colours(accent, sidebar)).await
    })
    .await?;
    cx.firms.forget();
    Ok(())
}

fn in_words(l: Locale, problem: ColourProblem) -> Said {
    match problem {
        ColourProblem::NoColour => said!(l, "firm.look.fault.colour", example = ACCENT),
        ColourProblem::Pale { ratio, nearest } => {
            said!(l, "firm.look.fault.pale", ratio = ratio_text(ratio), least = READABLE, nearest = nearest)
        }
    }
}

/// The file of a form.
///
/// # Errors
/// `BadRequest` for what the server did not encode.
pub(in crate::look) fn bytes_of(file: &str) -> Result<Vec<u8>, AppError> {
    STANDARD.decode(file).map_err(|_| AppError::BadRequest)
}

/// Puts up a logo in the place of any other.
///
/// # Errors
/// `Invalid` on `logo`.
pub(in crate::look) async fn set_logo(
    cx: &Cx,
    staff: &May<ManageFirm>,
    bytes: Vec<u8>,
) -> Result<(), AppError> {
    let l = cx.locale;
    let wrong = |text: String| Err(AppError::field("logo", text));
    if bytes.is_empty() {
        return wrong(tl!(l, "firm.look.fault.none"));
    }
    if bytes.len() > MOST_KB * 1024 {
        return wrong(tl!(l, "firm.look.fault.heavy", most = MOST_KB));
    }
    // Drawn once, whole: what no program can open is not stored, and mails get a PNG that Outlook knows.
    let (kind, in_mails) = match pictures::for_mails(bytes.clone()).await {
        Ok(made) => made,
        Err(PictureProblem::Busy) => return Err(AppError::Busy),
        Err(problem) => return wrong(no_picture(l, problem)),
    };
    let name = format!("{}.{}", hash(&bytes), kind.ending());
    cx.work(staff, async move |w, staff| {
        let (size, now) = (bytes.len(), w.now());
        logos::put_up(w, staff.firm(), &name, bytes, in_mails, now).await?;
        changed(w, What::LogoSet { file: name, bytes: size }).await
    })
    .await?;
    cx.firms.forget();
    Ok(())
}

fn no_picture(l: Locale, problem: PictureProblem) -> String {
    match problem {
        PictureProblem::Other => tl!(l, "firm.look.fault.kind"),
        PictureProblem::Moving => tl!(l, "firm.look.fault.moving"),
        PictureProblem::Size { width, height } => {
            tl!(l, "firm.look.fault.size", width = width, height = height, most = LONGEST_SIDE)
        }
        PictureProblem::Broken | PictureProblem::Busy => tl!(l, "firm.look.fault.broken"),
    }
}

/// Takes the logo down; without one nothing happens.
pub(in crate::look) async fn remove_logo(cx: &Cx, staff: &May<ManageFirm>) -> Result<(), AppError> {
    cx.work(staff, async move |w, staff| {
        let Some(file) = store::look(w, staff.firm()).await?.logo else { return Ok(()) };
        logos::take_down(w, staff.firm()).await?;
        changed(w, What::LogoRemoved { file }).await
    })
    .await?;
    cx.firms.forget();
    Ok(())
}

/// Sends this person a mail that shows how mails look.
pub(in crate::look) async fn try_mail(cx: &Cx, staff: &May<ManageFirm>) -> Result<(), AppError> {
    let mail = mails::trial(cx, staff);
    cx.work(staff, async move |w, _| w.mail(&mail, None).await.map(drop)).await
}

async fn changed(w: &mut Work<'_>, what: What) -> Result<(), AppError> {
    let firm = w.cx().firm.clone();
    w.happened(LookChanged { firm: firm.id, name: firm.name.clone(), what }).await
}

/// The first half of SHA-256 is more than enough to tell pictures apart.
fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes)[..16].iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
