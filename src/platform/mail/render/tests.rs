use kernel::Locale;
use proptest::prelude::*;

use super::super::{Block, Mail, MailClass, MailFirm};
use super::*;

fn mail(locale: Locale, blocks: Vec<Block>) -> Mail {
    Mail {
        class: MailClass::Transactional,
        to: ("Anna Müller".to_owned(), "anna@mueller.example".to_owned()),
        subject: "Neue Unterlagen".to_owned(),
        preheader: "Zwei Dokumente warten auf Ihre Unterschrift.".to_owned(),
        locale,
        from_name: "Weber & Partner".to_owned(),
        reply_to: None,
        firm: MailFirm {
            name: "Weber & Partner".to_owned(),
            phone: "+49 30 1234567".to_owned(),
            email: "kanzlei@weber.example".to_owned(),
            url: "https://weber.example".to_owned(),
        },
        blocks,
    }
}

fn text(s: &str) -> String {
    s.to_owned()
}

#[test]
fn the_german_text_part_reads_like_a_letter() {
    let mail = mail(
        Locale::De,
        vec![
            Block::Heading(text("Ihr Zugang zum Mandantenportal")),
            Block::Text(text(
                "Guten Tag Anna Müller,\n\nEva Weber hat Ihnen einen Zugang zum Portal eingerichtet. Dort finden Sie \
                 Ihre Unterlagen und können Rückfragen beantworten.",
            )),
            Block::Quote(text("Bitte vor Freitag ansehen!\n\nEva")),
            Block::Button {
                label: text("Zugang aktivieren"),
                url: text("https://portal.weber.example/i/abc"),
            },
            Block::Facts(vec![
                (text("Konto"), text("Müller GmbH")),
                (text("Gültig bis"), text("17.03.2026")),
            ]),
            Block::Small(text("Sie haben das nicht erwartet? Rufen Sie uns an.")),
        ],
    );
    assert_eq!(
        render(&mail).text,
        "Ihr Zugang zum Mandantenportal
==============================

Guten Tag Anna Müller,

Eva Weber hat Ihnen einen Zugang zum Portal eingerichtet. Dort finden
Sie Ihre Unterlagen und können Rückfragen beantworten.

> Bitte vor Freitag ansehen!
>
> Eva

Zugang aktivieren:
https://portal.weber.example/i/abc

Konto:       Müller GmbH
Gültig bis:  17.03.2026

Sie haben das nicht erwartet? Rufen Sie uns an.

-- 
Weber & Partner
+49 30 1234567
kanzlei@weber.example
https://weber.example
"
    );
}

#[test]
fn the_japanese_text_part_breaks_lines_where_japanese_does() {
    let mut mail = mail(
        Locale::Ja,
        vec![
            Block::Code(text("482913")),
            Block::Text(text(
                "ログイン用の確認コードです。このコードは15分間有効です。心当たりがない場合は、このメールを無視して、\
                 事務所までご連絡ください。",
            )),
            Block::Facts(vec![
                (text("日時"), text("2026年3月14日 10:00")),
                (text("ブラウザー"), text("Firefox 140")),
            ]),
        ],
    );
    mail.firm =
        MailFirm {
            name: text("佐藤税理士事務所"), phone: text("03-1234-5678"), ..MailFirm::default()
        };
    assert_eq!(
        render(&mail).text,
        "    482913

ログイン用の確認コードです。このコードは15分間有効です。心当たりがない場
合は、このメールを無視して、事務所までご連絡ください。

日時:        2026年3月14日 10:00
ブラウザー:  Firefox 140

-- 
佐藤税理士事務所
03-1234-5678
"
    );
}

#[test]
fn the_html_part_names_language_firm_and_preheader() {
    let html = render(&mail(Locale::Ja, vec![Block::Text(text("本文"))])).html;
    for part in [
        "<html lang=\"ja\"",
        "<meta name=\"color-scheme\" content=\"light dark\">",
        "<title>Neue Unterlagen</title>",
        ">Zwei Dokumente warten auf Ihre Unterschrift.&#847;",
        "font-weight:bold;color:#1b2430;\">Weber &amp; Partner</td>",
        "+49 30 1234567 &middot; kanzlei@weber.example &middot; https://weber.example",
        "max-width:600px",
    ] {
        assert!(html.contains(part), "{part}\n{html}");
    }
    for banned in ["flex", "grid", "<img", "<script", "@import", "url("] {
        assert!(!html.contains(banned), "{banned}");
    }
}

#[test]
fn a_button_and_the_same_link_in_words() {
    let url = "https://portal.weber.example/i/abc?x=1&y=2";
    let html = render(&mail(Locale::En, vec![Block::Button { label: text("Open"), url: text(url) }])).html;
    assert_eq!(html.matches("href=\"https://portal.weber.example/i/abc?x=1&amp;y=2\"").count(), 2);
    assert!(html.contains(">https://portal.weber.example/i/abc?x=1&amp;y=2</a>"));
}

#[test]
fn a_link_that_is_none_leads_nowhere() {
    let rendered = render(&mail(
        Locale::En,
        vec![Block::Button { label: text("Open"), url: text("javascript:alert(1)") }],
    ));
    assert!(rendered.html.contains("Open") && !rendered.html.contains("javascript"));
    assert!(!rendered.text.contains("javascript"));
}

#[test]
fn a_long_preheader_is_cut_between_words() {
    let mut long = mail(Locale::En, vec![]);
    long.preheader = text("word ").repeat(40);
    let cut = preheader(&long);
    assert!(cut.chars().count() <= LONGEST_PREHEADER && cut.ends_with("word…"), "{cut}");
    long.preheader = text("日").repeat(200);
    assert_eq!(preheader(&long).chars().count(), LONGEST_PREHEADER);
}

#[test]
fn a_mail_survives_the_database() {
    let mail =
        mail(Locale::De, vec![Block::Code(text("123456")), Block::Facts(vec![(text("a"), text("b"))])]);
    let stored = serde_json::to_string(&mail).unwrap();
    assert_eq!(serde_json::from_str::<Mail>(&stored).unwrap(), mail);
}

proptest! {
    #[test]
    fn nothing_in_a_text_becomes_markup(hostile in "(<script>|</td>|\"|'|&|<|>|onload=|\u{202e}|\r\n|\u{0}|\\PC){0,20}") {
        let blocks = |word: &str| vec![
            Block::Heading(text(word)), Block::Text(text(word)), Block::Quote(text(word)), Block::Small(text(word)),
            Block::Code(text(word)), Block::Facts(vec![(text(word), text(word))]),
            Block::Button { label: text(word), url: format!("https://a.example/{word}") },
        ];
        let mut mail = mail(Locale::En, blocks(&hostile));
        mail.subject = hostile.clone();
        mail.preheader = hostile.clone();
        mail.firm.name = hostile.clone();
        mail.firm.url = hostile;
        let rendered = render(&mail);
        let tags = ["html", "head", "meta", "title", "style", "body", "div", "table", "tr", "td", "th", "p", "h1", "a", "br", "!DOCTYPE"];
        for tag in rendered.html.split('<').skip(1) {
            let name = tag.trim_start_matches('/').split([' ', '>']).next().unwrap_or_default();
            prop_assert!(tags.contains(&name), "<{}", name);
        }
        let hidden = ['\u{202e}', '\r', '\0'];
        prop_assert!(!rendered.html.contains(hidden) && !rendered.text.contains(hidden));
        prop_assert!(!rendered.subject.contains(['\n', '\r']));
    }
}
