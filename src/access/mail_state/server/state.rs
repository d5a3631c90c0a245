//! How mail fares, in words.

use crate::gate::{MailTrouble, Visitor};
use crate::mail_state::rules::TODAY;
use crate::security_mails;
use i18n::tl;
use kernel::AppError;
use platform::Cx;
use platform::mail::{MailHealth, Trouble};
use platform::mail_health;

/// What is wrong with the mail of the request's firm, if anything is; before there is a firm, with the installation's.
pub async fn trouble(cx: &Cx) -> Result<Option<MailTrouble>, AppError> {
    let firm = (!cx.firm.id.0.is_nil()).then_some(cx.firm.id);
    Ok(in_words(cx, &mail_health::read(&cx.platform, firm).await?))
}

/// What is wrong with the mail, for those who can mend it: owner and admins. It came with their session.
#[must_use]
pub fn trouble_of(cx: &Cx, visitor: &Visitor) -> Option<MailTrouble> {
    let health = visitor.signed_in().ok()?.mail.as_deref()?;
    in_words(cx, health)
}

fn in_words(cx: &Cx, health: &MailHealth) -> Option<MailTrouble> {
    let l = cx.locale;
    match health {
        MailHealth::Fine => None,
        MailHealth::Unset => Some(MailTrouble { reason: tl!(l, "mail_state.unset"), words: String::new() }),
        MailHealth::Failing { since, trouble, words } => {
            let since = if cx.now().since(*since) < TODAY {
                platform::when::show_time(*since, cx.zone())
            } else {
                cx.when(*since).text
            };
            let reason = match trouble {
                Trouble::Server => tl!(l, "mail_state.server", since = since),
                Trouble::SignIn => tl!(l, "mail_state.sign_in", since = since),
                Trouble::Sender => tl!(l, "mail_state.sender", since = since),
                Trouble::Relay => tl!(l, "mail_state.relay", since = since),
                Trouble::Limit => tl!(l, "mail_state.limit", since = since),
            };
            Some(MailTrouble { reason, words: words.clone() })
        }
    }
}

/// What a member of staff is told after something was mailed: `sent`, or that it waits and why.
pub async fn said(cx: &Cx, sent: String) -> String {
    match trouble(cx).await {
        Ok(Some(trouble)) => tl!(cx.locale, "mail_state.notice", reason = trouble.reason),
        _ => sent,
    }
}

/// As [`said`], for everybody else: whom to call instead. The same whether or not anything was mailed.
pub async fn said_outside(cx: &Cx, sent: String) -> String {
    match trouble(cx).await {
        Ok(Some(_)) => tl!(cx.locale, "mail_state.outside", contact = security_mails::contact(&cx.firm)),
        _ => sent,
    }
}
