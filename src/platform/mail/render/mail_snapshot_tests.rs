//! The HTML part, with every kind of block once. What the text part makes of them is in the snapshots of all mails.

use super::super::{Block, Letterhead, Mail, MailClass};
use super::render_on;
use crate::testing::mails::{TOKEN, firm_in};
use crate::{assert_mail_snapshot, letterhead};
use kernel::{Brand, Colour, Locale};

fn every_block() -> Mail {
    let firm = firm_in(Locale::En);
    Mail {
        class: MailClass::Transactional,
        to: ("Anna Müller".to_owned(), "anna@mueller.example".to_owned()),
        subject: "Every block <once>".to_owned(),
        preheader: "What a list of mails shows & what comes first".to_owned(),
        locale: Locale::En,
        from_name: firm.name.clone(),
        reply_to: firm.email.clone(),
        firm: letterhead::firm(&firm),
        blocks: vec![
            Block::Heading("A heading".to_owned()),
            Block::Text("A paragraph of text, with <marks> in it.\n\nAnother one,\nin two lines.".to_owned()),
            Block::Button {
                label: "The one thing to do".to_owned(),
                url: format!("{}/invite/{TOKEN}?one=1&two=2", firm.origin),
            },
            Block::Facts(vec![
                ("Label".to_owned(), "Value".to_owned()),
                ("Another label".to_owned(), "R&D".to_owned()),
            ]),
            Block::Code("482 913".to_owned()),
            Block::Quote("Words of a member of staff.\n\nTo be read before Friday.".to_owned()),
            Block::Small("Small print.".to_owned()),
        ],
    }
}

#[test]
fn every_block_looks_as_it_did_on_plain_paper() {
    let html = render_on(&every_block(), &Letterhead::default()).html;
    assert_mail_snapshot!("every_block_on_plain_paper", html);
}

#[test]
fn every_block_looks_as_it_did_on_the_firms_own_paper() {
    let mut firm = firm_in(Locale::En);
    firm.brand = Brand { accent: Colour::parse("#8a1c4a"), ..Brand::default() };
    firm.logo = Some("logo.png".to_owned());
    let html = render_on(&every_block(), &letterhead::paper(&firm)).html;
    assert_mail_snapshot!("every_block_on_the_firms_own_paper", html);
}
