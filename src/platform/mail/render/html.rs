//! The HTML part: one column of 600 px in tables with inline styles, which every mail program since Outlook 2007
//! shows alike. No picture but the firm's logo, which travels along; nothing loaded from elsewhere. Colours are far enough apart to survive programs that
//! turn them round for dark mode; those that ask get dark colours from the one `<style>`.

use html_escape::{encode_double_quoted_attribute, encode_text};
use kernel::colour::READABLE;
use kernel::{Colour, Locale};

use super::super::clean;
use super::super::{Block, Letterhead, Mail};
use super::{contact, preheader};

const INK: &str = "#1b2430";
const MUTED: &str = "#56606d";
const ACCENT: Colour = Colour([0x1f, 0x4f, 0x8f]);
const PAPER: &str = "#ffffff";
const GROUND: &str = "#f1f3f6";
const LINE: &str = "#d5dae1";

const STYLE: &str = "@media (prefers-color-scheme: dark) {\
.ground { background-color: #14181e !important; }\
.paper, .soft { background-color: #1e242c !important; border-color: #3a4350 !important; }\
.ink { color: #e8ebef !important; }\
.muted { color: #a9b3bf !important; }\
.link { color: #9cc2f5 !important; }\
}";

/// The place of the picture above the firm's name, while its size is not known.
pub const LOGO: &str = "<img src=\"cid:logo@portico\" alt=\"\" height=\"40\" style=\"display:block;height:40px;width:auto;\
max-width:240px;margin:0 0 8px;padding:4px;border:0;border-radius:6px;background-color:#ffffff;\">\n";

/// The picture above the firm's name; white behind it, for programs that turn colours round. Outlook for Windows takes its size
/// from the attributes and would stretch it to the file's own without them.
pub fn logo(width: u32, height: u32) -> String {
    format!(
        "<img src=\"cid:logo@portico\" alt=\"\" width=\"{width}\" height=\"{height}\" style=\"display:block;\
width:{width}px;max-width:100%;height:auto;margin:0 0 8px;padding:4px;border:0;border-radius:6px;\
background-color:#ffffff;\">\n"
    )
}

/// What the firm's colour is in a mail.
#[derive(Clone, Copy)]
struct Ink {
    /// Under white text.
    button: Colour,
    /// On paper and on the ground.
    link: Colour,
}

impl Ink {
    fn of(paper: &Letterhead) -> Self {
        let button = paper.accent.unwrap_or(ACCENT);
        let grounds = [PAPER, GROUND].map(|ground| Colour::parse(ground).unwrap_or(Colour::WHITE));
        Self { button, link: button.readable(&grounds, Colour::BLACK, READABLE) }
    }
}

/// The whole document.
pub fn render(mail: &Mail, paper: &Letterhead) -> String {
    let ink = Ink::of(paper);
    let blocks: String = mail.blocks.iter().map(|it| block(it, ink)).collect();
    let firm = encode_text(&clean::line(&mail.firm.name)).into_owned();
    let font = font(mail.locale);
    format!(
        "{head}<body class=\"ground\" style=\"margin:0;padding:0;background-color:{GROUND};\">\n{hidden}\
<table role=\"presentation\" class=\"ground\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" \
bgcolor=\"{GROUND}\" style=\"background-color:{GROUND};\">\n<tr><td align=\"center\" style=\"padding:24px 12px;\">\n\
<table role=\"presentation\" class=\"paper\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" \
bgcolor=\"{PAPER}\" style=\"width:100%;max-width:600px;background-color:{PAPER};border:1px solid {LINE};\
text-align:left;{font}\">\n\
<tr><td class=\"ink\" style=\"padding:20px 32px 12px;font-size:16px;font-weight:bold;color:{INK};\">{logo}{firm}</td></tr>\n\
{blocks}{foot}</table>\n</td></tr>\n</table>\n</body>\n</html>\n",
        head = head(mail),
        logo = if paper.logo { LOGO } else { "" },
        hidden = hidden(&preheader(mail)),
        foot = foot(mail, paper, &firm),
    )
}

fn head(mail: &Mail) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n\
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"supported-color-schemes\" content=\"light dark\">\n\
<meta name=\"format-detection\" content=\"telephone=no\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n",
        lang = mail.locale.tag(),
        title = encode_text(&clean::short(&mail.subject)),
    )
}

/// Shown by lists of mails after the subject; the padding keeps the first lines of the body out of that place.
fn hidden(preheader: &str) -> String {
    let padding = "&#847;&zwnj;&nbsp;".repeat(60);
    format!(
        "<div style=\"display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;\
color:{GROUND};\">{}{padding}</div>\n",
        encode_text(preheader)
    )
}

fn block(block: &Block, ink: Ink) -> String {
    match block {
        Block::Heading(text) => row(
            "8px 32px",
            &format!(
                "<h1 class=\"ink\" style=\"margin:0;font-size:22px;line-height:1.35;color:{INK};\">{}</h1>",
                encode_text(&clean::line(text))
            ),
        ),
        Block::Text(text) => row("4px 32px", &paragraphs(text, "ink", INK, 16)),
        Block::Small(text) => row("4px 32px", &paragraphs(text, "muted", MUTED, 13)),
        Block::Button { label, url } => row("12px 32px", &button(label, url, ink)),
        Block::Facts(facts) => row("8px 32px", &table(facts)),
        Block::Code(code) => row(
            "12px 32px",
            &format!(
                "<p class=\"soft ink\" style=\"margin:0;padding:16px;background-color:{GROUND};color:{INK};\
text-align:center;font-family:Consolas,Menlo,'Courier New',monospace;font-size:32px;letter-spacing:6px;\
font-weight:bold;\">{}</p>",
                encode_text(&clean::line(code))
            ),
        ),
        Block::Quote(text) => row(
            "8px 32px",
            &format!(
                "<div class=\"soft\" style=\"padding:8px 16px;border-left:3px solid {ink};\
background-color:{GROUND};\">{}</div>",
                paragraphs(text, "ink", INK, 16),
                ink = ink.button
            ),
        ),
    }
}

fn row(padding: &str, content: &str) -> String {
    format!("<tr><td style=\"padding:{padding};\">\n{content}\n</td></tr>\n")
}

fn paragraphs(text: &str, class: &str, color: &str, size: u8) -> String {
    let clean = clean::body(text);
    let paragraphs = clean.trim().split("\n\n").filter(|paragraph| !paragraph.trim().is_empty());
    let written = paragraphs.map(|paragraph| {
        let lines = encode_text(paragraph.trim()).replace('\n', "<br>\n");
        format!(
            "<p class=\"{class}\" style=\"margin:0 0 12px;font-size:{size}px;line-height:1.6;color:{color};\">{lines}</p>"
        )
    });
    written.collect::<Vec<_>>().join("\n")
}

/// A filled cell is the button that also Outlook draws; the same link follows in words, for those who cannot or
/// would rather not click.
fn button(label: &str, url: &str, ink: Ink) -> String {
    let label = clean::line(label);
    let label = encode_text(&label);
    let Some(url) = clean::link(url) else {
        return format!("<p class=\"ink\" style=\"margin:0;font-size:16px;color:{INK};\">{label}</p>");
    };
    let Ink { button, link } = ink;
    let (href, shown) = (encode_double_quoted_attribute(&url), encode_text(&url));
    format!(
        "<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr>\
<td bgcolor=\"{button}\" style=\"background-color:{button};border-radius:6px;\">\
<a href=\"{href}\" style=\"display:inline-block;padding:12px 24px;font-size:16px;line-height:1.4;font-weight:bold;\
color:#ffffff;text-decoration:none;\">{label}</a></td></tr></table>\n\
<p class=\"muted\" style=\"margin:12px 0 0;font-size:13px;line-height:1.5;color:{MUTED};word-break:break-all;\">\
<a class=\"link\" href=\"{href}\" style=\"color:{link};\">{shown}</a></p>"
    )
}

fn table(facts: &[(String, String)]) -> String {
    let rows = facts.iter().map(|(label, value)| {
        format!(
            "<tr><th scope=\"row\" align=\"left\" valign=\"top\" class=\"muted\" style=\"padding:4px 16px 4px 0;\
font-size:14px;font-weight:normal;color:{MUTED};\">{}</th>\
<td valign=\"top\" class=\"ink\" style=\"padding:4px 0;font-size:16px;color:{INK};\">{}</td></tr>\n",
            encode_text(&clean::line(label)),
            encode_text(&clean::line(value))
        )
    });
    format!("<table cellpadding=\"0\" cellspacing=\"0\" border=\"0\">\n{}</table>", rows.collect::<String>())
}

fn foot(mail: &Mail, paper: &Letterhead, firm: &str) -> String {
    let (address, parts) = contact(mail, paper);
    let address = address.map(|text| format!("{}<br>\n", encode_text(&text))).unwrap_or_default();
    let parts: Vec<String> = parts.iter().map(|part| encode_text(part).into_owned()).collect();
    let contact = parts.join(" &middot; ");
    format!(
        "<tr><td class=\"muted\" style=\"padding:16px 32px 24px;border-top:1px solid {LINE};font-size:13px;\
line-height:1.6;color:{MUTED};\">{firm}<br>\n{address}{contact}</td></tr>\n"
    )
}

/// Fonts that are there; no picture or web font is fetched.
const fn font(locale: Locale) -> &'static str {
    match locale {
        Locale::Ja => {
            "font-family:'Hiragino Sans','Yu Gothic',Meiryo,'Noto Sans JP',sans-serif;line-height:1.7;"
        }
        Locale::En | Locale::De => {
            "font-family:'Segoe UI',Roboto,Helvetica,Arial,sans-serif;line-height:1.5;"
        }
    }
}
