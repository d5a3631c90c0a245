//! From blocks to words: a hand-shaped text part and a plain, single-column HTML part that say the same.

mod html;
mod text;
mod wrap;

use super::clean;
use super::{Mail, Rendered};

/// Longest preheader, in characters; lists of mails show 40 to 90.
const LONGEST_PREHEADER: usize = 90;

/// Renders a mail. Every text is cleaned and escaped here, once; links that are not `http` or `https` are dropped.
#[must_use]
pub fn render(mail: &Mail) -> Rendered {
    Rendered { subject: clean::short(&mail.subject), text: text::render(mail), html: html::render(mail) }
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

/// The firm's phone, address and site, as far as it has given them.
fn contact(mail: &Mail) -> Vec<String> {
    let firm = &mail.firm;
    let parts = [&firm.phone, &firm.email, &firm.url].map(|part| clean::line(part));
    parts.into_iter().filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests;
