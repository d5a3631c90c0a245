//! From blocks to words: a hand-shaped text part and a plain, single-column HTML part that say the same.

mod html;
mod text;
mod wrap;

use super::clean;
use super::{Letterhead, Mail, Rendered};

/// Longest preheader, in characters; lists of mails show 40 to 90.
const LONGEST_PREHEADER: usize = 90;

/// Renders a mail. Every text is cleaned and escaped here, once; links that are not `http` or `https` are dropped.
#[must_use]
pub fn render(mail: &Mail) -> Rendered {
    render_on(mail, &Letterhead::default())
}

/// As [`render`], on the firm's own paper.
#[must_use]
pub fn render_on(mail: &Mail, paper: &Letterhead) -> Rendered {
    Rendered {
        subject: clean::short(&mail.subject),
        text: text::render(mail, paper),
        html: html::render(mail, paper),
    }
}

/// The same with the logo as large as it is shown. It is known when the mail leaves: another logo may have been chosen since
/// the mail was written.
#[must_use]
pub fn with_logo(html: &str, width: u32, height: u32) -> String {
    html.replace(html::LOGO, &html::logo(width, height))
}

/// The same without the picture of the logo, for when there is none any more.
#[must_use]
pub fn without_logo(html: &str) -> String {
    html.replace(html::LOGO, "")
}

/// One line of at most 90 characters, cut between words where there are any.
fn preheader(mail: &Mail) -> String {
    let line = clean::line(&mail.preheader);
    if line.chars().count() <= LONGEST_PREHEADER {
        return line;
    }
    let cut: String = line.chars().take(LONGEST_PREHEADER - 1).collect();
    let whole_words = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    let kept = if whole_words.len() * 2 > cut.len() { whole_words } else { &cut };
    format!("{kept}…")
}

/// The firm's postal address on one line, then its phone, e-mail and sites, as far as it has given them.
fn contact(mail: &Mail, paper: &Letterhead) -> (Option<String>, Vec<String>) {
    let firm = &mail.firm;
    let lines = paper.address.lines().map(clean::line).filter(|line| !line.is_empty());
    let address = lines.collect::<Vec<_>>().join(", ");
    let parts = [&firm.phone, &firm.email, &firm.url, &paper.website].map(|part| clean::line(part));
    let parts = parts.into_iter().filter(|part| !part.is_empty()).collect();
    ((!address.is_empty()).then_some(address), parts)
}

#[cfg(test)]
mod mail_snapshot_tests;
#[cfg(test)]
mod tests;
