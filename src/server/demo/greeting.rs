//! What `serve --demo` prints: where, who, and how to get in.

use super::planner::link_token;
use access::sign_in::DEMO_PASSWORD;
use kernel::paths;
use std::fmt::Write as _;

const STAFF: [(&str, &str); 5] = [
    ("eva@weber.example", "Eva Weber, owner"),
    ("tom@weber.example", "Tom Krüger, admin"),
    ("mika@weber.example", "Mika Tanaka, employee who sees all accounts, and a client too"),
    ("jo@weber.example", "Jo Adler, employee who sees eight assigned accounts only"),
    ("lou@weber.example", "Lou Sommer, employee on the first day, with nothing assigned yet"),
];

const CLIENTS: [(&str, &str); 4] = [
    ("anna@mueller.example", "Anna Müller, has three accounts to choose from"),
    ("kate@smith.example", "Kate Smith, has one account"),
    ("hana@sato.example", "佐藤 花子, has twelve accounts, reads Japanese"),
    ("old@archive.example", "Otto Altmann, whose accounts are all archived"),
];

const INVITED: [(&str, &str); 2] = [
    ("jonas@pending.example", "Jonas Fischer, has not followed it yet"),
    ("lea@expired.example", "Lea Hoffmann, too late: it has expired"),
];

const OTHERS: [(&str, &str); 2] = [
    ("nora@new.example", "Nora Neumann, may sign in but was never invited"),
    ("max@never.example", "Max Becker, gets mail but may not sign in"),
];

const REPLACED: [(&str, &str); 2] = [
    ("kuehn@4you-pflege.example", "Björn Kühn, whose new address was invited and waits"),
    ("zoe@atelier-zoe.example", "Zoë Krämer, whose new address is in use: the firm is asked about this one"),
];

/// The text for a terminal; `origin` is scheme, host and port.
#[must_use]
pub fn greeting(origin: &str) -> String {
    let mut text = format!(
        "\nThe demo of Portico is at  {origin}\n\n\
         Password of everybody      {DEMO_PASSWORD}\n\
         Codes and all other mail   {origin}{}\n",
        paths::DEV_MAIL
    );
    section(&mut text, "People of the firm, Weber & Partner", &STAFF);
    section(&mut text, "Clients", &CLIENTS);
    section(&mut text, "Clients without a password yet; the firm can invite them", &OTHERS);
    section(&mut text, "Invited clients, with the link they were sent", &[]);
    for (address, what) in INVITED {
        line(&mut text, address, what);
        let _ = writeln!(text, "      {origin}{}", paths::invitation(&link_token(address)));
    }
    section(&mut text, "Clients whose address is replaced; see Unlinked e-mails on the Info page", &REPLACED);
    text.push_str("\nAll of it is made up. Stop the demo with Ctrl+C.");
    text
}

fn section(text: &mut String, title: &str, people: &[(&str, &str)]) {
    let _ = writeln!(text, "\n{title}:");
    for (address, what) in people {
        line(text, address, what);
    }
}

fn line(text: &mut String, address: &str, what: &str) {
    let _ = writeln!(text, "  {address:<24} {what}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_greeting_says_where_who_and_how_and_then_ends() {
        let text = greeting("http://127.0.0.1:3000");
        for part in [
            "http://127.0.0.1:3000\n",
            "http://127.0.0.1:3000/dev/mail\n",
            DEMO_PASSWORD,
            "eva@weber.example ",
            "hana@sato.example ",
            "http://127.0.0.1:3000/invite/",
        ] {
            assert!(text.contains(part), "{part}");
        }
        assert!(text.ends_with("Ctrl+C."));
    }
}
