//! A mail to oneself that leaves at once, past the queue: what is wrong with a new set-up is seen while it is made.

use crate::mail_state::rules::TESTS;
use crate::security_mails::{self, Reader};
use i18n::{said, tl};
use kernel::AppError;
use platform::limits;
use platform::mail::{Block, SendError, without_addresses};
use platform::{Cx, firm_profile, outbox};

/// Sends a test mail to this person and says what came of it. In a demo it goes where all mail goes.
///
/// # Errors
/// `Refused` with the mail server's own words; `TooMany` after ten in an hour.
pub async fn send_test(cx: &Cx, name: &str, email: &str) -> Result<String, AppError> {
    limits::take(&cx.platform, TESTS, &format!("{}/{email}", cx.firm.id)).await?;
    let l = cx.locale;
    let to = Reader { name: name.to_owned(), email: email.to_owned(), locale: l, zone: cx.zone().to_owned() };
    let blocks = vec![
        Block::Heading(tl!(l, "mail_state.test.subject")),
        security_mails::hello(&to),
        Block::Text(tl!(l, "mail_state.test.body", time = cx.when(cx.now()).text)),
    ];
    let (subject, pre) = (tl!(l, "mail_state.test.subject"), tl!(l, "mail_state.test.pre"));
    let mail = security_mails::security(&cx.firm, &to, subject, pre, blocks);
    if cx.config.demo {
        let (p, firm) = (cx.platform.clone(), cx.firm.id);
        let now = cx.now();
        cx.write(move |tx| {
            Box::pin(async move {
                firm_profile::mail_tested(tx, firm, now).await?;
                outbox::enqueue(tx, &p, firm, &mail, None).await.map(drop)
            })
        })
        .await?;
        return Ok(tl!(l, "mail_state.test.demo"));
    }
    if cx.platform.mail.is_none() {
        return Err(AppError::Refused(said!(l, "mail_state.unset")));
    }
    match outbox::deliver_now(&cx.platform, &cx.firm, &mail).await {
        Ok(_) => {
            let (firm, now) = (cx.firm.id, cx.now());
            cx.write(move |tx| Box::pin(async move { Ok(firm_profile::mail_tested(tx, firm, now).await?) }))
                .await?;
            Ok(tl!(l, "mail_state.test.sent", email = email))
        }
        Err(SendError::Silent(_)) => Err(AppError::Refused(said!(l, "mail_state.test.silent"))),
        Err(error) => Err(AppError::Refused(said!(l, "mail_state.test.failed", words = words(&error)))),
    }
}

fn words(error: &SendError) -> String {
    let said = match error {
        SendError::Temporary { code, text } | SendError::Permanent { code, text } if *code > 0 => {
            format!("{code} {text}")
        }
        SendError::Temporary { text, .. }
        | SendError::Permanent { text, .. }
        | SendError::Trouble { text, .. }
        | SendError::Blamed { text, .. }
        | SendError::Suspect { text, .. }
        | SendError::Silent(text) => text.clone(),
    };
    without_addresses(&said)
}
