//! The text part: 72 columns, links on lines of their own, nothing that needs a fixed-width font to be understood.

use super::super::clean;
use super::super::{Block, Letterhead, Mail};
use super::contact;
use super::wrap::{width, wrap};

const COLUMNS: usize = 72;
/// Labels wider than this do not push the values of all facts to the right.
const WIDEST_LABEL: usize = 24;

/// The whole part, ending in a line break.
pub fn render(mail: &Mail, paper: &Letterhead) -> String {
    let mut parts: Vec<String> = mail.blocks.iter().map(block).collect();
    parts.retain(|part| !part.is_empty());
    // RFC 3676, 4.3: "-- " begins the signature, which replies leave out.
    let mut foot = vec!["-- ".to_owned(), clean::line(&mail.firm.name)];
    let (address, contact) = contact(mail, paper);
    foot.extend(address);
    foot.extend(contact);
    parts.push(foot.join("\n"));
    parts.join("\n\n") + "\n"
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(text) => {
            let lines = wrap(&clean::line(text), COLUMNS);
            let widest = lines.iter().map(|line| width(line)).max().unwrap_or_default();
            format!("{}\n{}", lines.join("\n"), "=".repeat(widest))
        }
        Block::Text(text) | Block::Small(text) => paragraphs(text),
        Block::Button { label, url } => button(label, url),
        Block::Facts(facts) => table(facts),
        Block::Code(code) => format!("    {}", clean::line(code)),
        Block::Quote(text) => wrap(clean::body(text).trim(), COLUMNS - 2)
            .iter()
            .map(|line| format!("> {line}").trim_end().to_owned())
            .collect::<Vec<_>>()
            .join("\n"),
    }
}

fn paragraphs(text: &str) -> String {
    wrap(clean::body(text).trim(), COLUMNS).join("\n")
}

fn button(label: &str, url: &str) -> String {
    let label = wrap(&clean::line(label), COLUMNS - 1).join("\n");
    match clean::link(url) {
        Some(url) => format!("{label}:\n{url}"),
        None => label,
    }
}

fn table(facts: &[(String, String)]) -> String {
    let labels: Vec<String> = facts.iter().map(|(label, _)| format!("{}:", clean::line(label))).collect();
    let column = labels.iter().map(|label| width(label)).max().unwrap_or_default().min(WIDEST_LABEL);
    let mut lines = Vec::new();
    for (label, (_, value)) in labels.iter().zip(facts) {
        let mut values = wrap(&clean::line(value), COLUMNS - column - 2).into_iter();
        let gap = " ".repeat(column.saturating_sub(width(label)) + 2);
        lines.push(format!("{label}{gap}{}", values.next().unwrap_or_default()));
        lines.extend(values.map(|rest| format!("{}{rest}", " ".repeat(column + 2))));
    }
    lines.join("\n")
}
