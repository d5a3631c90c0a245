//! Replies as real servers give them, and what follows from each.

use super::Stage::{Content, Greeting, Recipient, Sender, SignIn};
use super::Verdict::{Firm, Later, Refused};
use super::{Stage, Trouble, Verdict, enhanced, judge};

type Line = (&'static str, Stage, u16, &'static str, Verdict);

const SERVER: Verdict = Firm(Trouble::Server);
const NO_SIGN_IN: Verdict = Firm(Trouble::SignIn);
const NO_SENDER: Verdict = Firm(Trouble::Sender);
const NO_RELAY: Verdict = Firm(Trouble::Relay);
const LIMIT: Verdict = Firm(Trouble::Limit);

fn check(table: &[Line]) {
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|(whose, stage, code, text, expected)| {
            let found = judge(*stage, *code, enhanced(text), text);
            (found != *expected).then(|| format!("{whose} {stage:?} {code} {text}: {found:?}, not {expected:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn postfix() {
    check(&[
        ("Postfix", Greeting, 421, "4.7.0 mx.example Error: too many connections from 192.0.2.1", LIMIT),
        ("Postfix", Greeting, 421, "4.3.2 All server ports are busy", SERVER),
        ("Postfix", Greeting, 554, "5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org", SERVER),
        ("Postfix", Greeting, 521, "5.7.1 Service unavailable; client [192.0.2.1] blocked using bl.example", SERVER),
        ("Postfix", Greeting, 502, "5.5.1 Error: command not implemented", SERVER),
        ("Postfix", SignIn, 535, "5.7.8 Error: authentication failed: UGFzc3dvcmQ6", NO_SIGN_IN),
        ("Postfix", SignIn, 454, "4.7.0 Temporary authentication failure: Connection lost to authentication server", SERVER),
        ("Postfix", SignIn, 503, "5.5.1 Error: authentication not enabled", NO_SIGN_IN),
        ("Postfix", Sender, 530, "5.7.0 Must issue a STARTTLS command first", NO_SIGN_IN),
        ("Postfix", Sender, 452, "4.3.1 Insufficient system storage", SERVER),
        ("Postfix", Sender, 450, "4.7.1 Error: too much mail from 192.0.2.1", SERVER),
        ("Postfix", Sender, 552, "5.3.4 Message size exceeds fixed limit", NO_SENDER),
        ("Postfix", Sender, 501, "5.1.7 Bad sender address syntax", NO_SENDER),
        ("Postfix", Recipient, 554, "5.7.1 <anna@mueller.example>: Relay access denied", NO_RELAY),
        ("Postfix", Recipient, 454, "4.7.1 <anna@mueller.example>: Relay access denied", NO_RELAY),
        ("Postfix", Recipient, 550, "5.1.8 <portico@weber.example>: Sender address rejected: Domain not found", NO_SENDER),
        ("Postfix", Recipient, 450, "4.1.8 <portico@weber.example>: Sender address rejected: Domain not found", NO_SENDER),
        ("Postfix", Recipient, 553, "5.7.1 <portico@weber.example>: Sender address rejected: not owned by user kanzlei", NO_SENDER),
        ("Postfix", Recipient, 554, "5.7.1 <unknown[192.0.2.1]>: Client host rejected: Access denied", SERVER),
        ("Postfix", Recipient, 450, "4.7.25 Client host rejected: cannot find your hostname, [192.0.2.1]", SERVER),
        ("Postfix", Recipient, 504, "5.5.2 <portal>: Helo command rejected: need fully-qualified hostname", SERVER),
        ("Postfix", Recipient, 554, "5.7.1 Service unavailable; Client host [192.0.2.1] blocked using ix.dnsbl.manitu.net", SERVER),
        ("Postfix", Recipient, 530, "5.7.0 Authentication required", NO_SIGN_IN),
        ("Postfix", Recipient, 452, "4.5.3 Error: too many recipients", LIMIT),
        ("Postfix", Recipient, 452, "4.3.1 Insufficient system storage", SERVER),
        ("Postfix", Recipient, 451, "4.3.0 <anna@mueller.example>: Temporary lookup failure", SERVER),
        ("Postfix", Recipient, 451, "4.3.5 Server configuration error", SERVER),
        ("Postfix", Recipient, 421, "4.4.2 mx.example Error: timeout exceeded", SERVER),
        ("Postfix", Recipient, 550, "5.1.1 <anna@mueller.example>: Recipient address rejected: User unknown in relay recipient table", Refused),
        ("Postfix", Recipient, 550, "5.1.1 <anna@mueller.example>: Recipient address rejected: User unknown in local recipient table", Refused),
        ("Postfix", Recipient, 450, "4.1.1 <anna@mueller.example>: Recipient address rejected: unverified address", Later),
        ("Postfix", Recipient, 450, "4.2.0 <anna@mueller.example>: Recipient address rejected: Greylisted", Later),
        ("Postfix", Recipient, 450, "4.7.1 <anna@mueller.example>: Recipient address rejected: Greylisted, see http://postgrey.example", Later),
        ("Postfix", Recipient, 450, "4.1.2 <anna@mueller.example>: Recipient address rejected: Domain not found", Later),
        ("Postfix", Recipient, 554, "5.7.1 <anna@mueller.example>: Recipient address rejected: Access denied", Refused),
        ("Postfix", Recipient, 501, "5.1.3 Bad recipient address syntax", Refused),
        ("Postfix", Recipient, 452, "4.2.2 <anna@mueller.example>: Recipient address rejected: Mailbox is full", Later),
        ("Postfix", Recipient, 556, "5.1.10 <anna@mueller.example>: Recipient address rejected: Domain mueller.example does not accept mail (nullMX)", Refused),
        ("Postfix", Content, 554, "5.7.1 Message content rejected, id=4711-01 - spam", Refused),
        ("Postfix", Content, 550, "5.7.1 This message contains an URL that is listed", Refused),
        ("Postfix", Content, 552, "5.3.4 Error: message file too big", Refused),
        ("Postfix", Content, 451, "4.3.0 Error: queue file write error", SERVER),
        ("Postfix", Content, 451, "4.7.1 Service unavailable - try again later", Later),
    ]);
}

#[test]
fn exim_and_cpanel() {
    check(&[
        ("Exim", Greeting, 421, "Too many concurrent SMTP connections; please try again later.", LIMIT),
        ("Exim", Greeting, 501, "Syntactically invalid HELO argument(s)", SERVER),
        ("Exim", Greeting, 550, "Access denied - Invalid HELO name (See RFC2821 4.1.1.1)", SERVER),
        ("Exim", SignIn, 535, "Incorrect authentication data", NO_SIGN_IN),
        ("Exim", SignIn, 435, "Unable to authenticate at present", SERVER),
        ("Exim", Recipient, 550, "relay not permitted", NO_RELAY),
        ("Exim", Recipient, 550, "authentication required", NO_SIGN_IN),
        ("Exim", Recipient, 550, "SMTP AUTH is required for message submission on port 587", NO_SIGN_IN),
        ("Exim", Recipient, 550, "Verification failed for <portico@weber.example>\nUnrouteable address\nSender verify failed", NO_SENDER),
        ("Exim", Recipient, 452, "space shortage, please try later", SERVER),
        ("Exim", Recipient, 451, "Temporary local problem - please try later", Later),
        ("Exim", Recipient, 550, "Unrouteable address", Refused),
        ("Exim", Recipient, 550, "No Such User Here", Refused),
        ("Exim", Content, 550, "This message was classified as SPAM and may not be delivered", Refused),
        ("cPanel", Recipient, 550, "Domain weber.example has exceeded the max emails per hour (500/500 (100%)) allowed. Message discarded.", LIMIT),
        ("cPanel", Recipient, 550, "Domain weber.example has exceeded the max defers and failures per hour (5/5 (38%)) allowed. Message discarded.", LIMIT),
        ("Sendmail", Recipient, 550, "5.7.1 <anna@mueller.example>... Relaying denied", NO_RELAY),
        ("Sendmail", Recipient, 550, "5.7.1 <anna@mueller.example>... Relaying denied. Proper authentication required.", NO_RELAY),
        ("qmail", Recipient, 553, "sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)", NO_RELAY),
    ]);
}

#[test]
fn exchange_online() {
    check(&[
        ("Exchange", Greeting, 421, "4.3.2 Service not available, closing transmission channel", SERVER),
        ("Exchange", Greeting, 432, "4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending", LIMIT),
        ("Exchange", Greeting, 550, "5.7.606 Access denied, banned sending IP [192.0.2.1]", SERVER),
        ("Exchange", SignIn, 535, "5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant", NO_SIGN_IN),
        ("Exchange", SignIn, 535, "5.7.3 Authentication unsuccessful", NO_SIGN_IN),
        ("Exchange", Sender, 530, "5.7.57 Client not authenticated to send mail", NO_SIGN_IN),
        ("Exchange", Sender, 432, "4.3.2 Concurrent connections limit exceeded", LIMIT),
        ("Exchange", Sender, 501, "5.1.7 Invalid address", NO_SENDER),
        ("Exchange", Recipient, 550, "5.7.54 SMTP; Unable to relay recipient in non-accepted domain", NO_RELAY),
        ("Exchange", Recipient, 550, "5.7.64 TenantAttribution; Relay Access Denied", NO_RELAY),
        ("Exchange", Recipient, 550, "5.4.5 Daily limit reached", LIMIT),
        ("Exchange", Recipient, 452, "4.5.3 Too many recipients (AS780090)", LIMIT),
        ("Exchange", Recipient, 550, "5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup", Refused),
        ("Exchange", Recipient, 550, "5.4.1 Recipient address rejected: Access denied. AS(201806281)", Refused),
        ("Exchange", Recipient, 550, "5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required; sender not authenticated", Refused),
        ("Exchange", Content, 550, "5.7.60 SMTP; Client does not have permissions to send as this sender", NO_SENDER),
        ("Exchange", Content, 554, "5.2.252 SendAsDenied; kanzlei@weber.example not allowed to send as portico@weber.example", NO_SENDER),
        ("Exchange", Content, 554, "5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException", LIMIT),
        ("Exchange", Content, 550, "5.1.90 Your message can't be sent because you've reached your daily limit for message recipients", LIMIT),
        ("Exchange", Content, 550, "5.7.233 Your message can't be sent because your trial tenant exceeded its daily limit", LIMIT),
        ("Exchange", Content, 550, "5.7.705 Access denied, tenant has exceeded threshold", LIMIT),
        ("Exchange", Content, 550, "5.1.8 Access denied, bad outbound sender", NO_SENDER),
        ("Exchange", Content, 550, "5.7.501 Access denied, spam abuse detected", NO_SENDER),
        ("Exchange", Content, 550, "5.7.708 Service unavailable. Access denied, traffic not accepted from this IP", SERVER),
        ("Exchange", Content, 550, "5.7.750 Service unavailable. Client blocked from sending from unregistered domains", NO_SENDER),
        ("Exchange", Content, 552, "5.2.3 Message size exceeds fixed maximum message size", Refused),
        ("Exchange", Content, 550, "5.6.0 CAT.InvalidContent.Exception", Refused),
    ]);
}

#[test]
fn gmail_and_workspace_relay() {
    check(&[
        ("Gmail", Greeting, 421, "4.7.0 Try again later, closing connection. (EHLO)", LIMIT),
        ("Gmail", SignIn, 535, "5.7.8 Username and Password not accepted. For more information, go to\n5.7.8 https://support.example", NO_SIGN_IN),
        ("Gmail", SignIn, 534, "5.7.9 Application-specific password required.", NO_SIGN_IN),
        ("Gmail", SignIn, 454, "4.7.0 Too many login attempts, please try again later.", SERVER),
        ("Gmail", Sender, 530, "5.7.0 Authentication Required.", NO_SIGN_IN),
        ("Gmail", Recipient, 550, "5.7.1 Invalid credentials for relay [192.0.2.1]. The IP address you've registered", NO_SIGN_IN),
        ("Gmail", Recipient, 550, "5.7.0 Mail relay denied [192.0.2.1]. Invalid credentials for relay", NO_RELAY),
        ("Gmail", Recipient, 550, "5.4.5 Daily user sending limit exceeded.", LIMIT),
        ("Gmail", Content, 550, "5.4.5 Daily SMTP relay limit exceeded for customer.", LIMIT),
        ("Gmail", Recipient, 452, "4.5.3 Your message has too many recipients.", LIMIT),
        ("Gmail", Content, 421, "4.7.28 Gmail has detected an unusual rate of unsolicited mail", LIMIT),
        ("Gmail", Content, 421, "4.7.0 Our system has detected that this message is suspicious. try again later", SERVER),
        ("Gmail", Content, 550, "5.7.26 This mail has been blocked because the sender is unauthenticated.", NO_SENDER),
        ("Gmail", Recipient, 550, "5.1.1 The email account that you tried to reach does not exist.", Refused),
        ("Gmail", Recipient, 550, "5.2.1 The email account that you tried to reach is inactive.", Refused),
        ("Gmail", Recipient, 450, "4.2.1 The user you are trying to contact is receiving mail too quickly.", Later),
        ("Gmail", Recipient, 450, "4.2.1 The user you are trying to contact is receiving mail at a rate that prevents", Later),
        ("Gmail", Recipient, 452, "4.2.2 The recipient's inbox is out of storage space.", Later),
        ("Gmail", Content, 552, "5.7.0 This message was blocked because its content presents a potential", Refused),
        ("Gmail", Content, 552, "5.3.4 Your message exceeded Google's message size limits.", Refused),
    ]);
}

#[test]
fn strato_and_ionos() {
    check(&[
        ("Strato", SignIn, 535, "5.7.8 Error: authentication failed: authentication failure", NO_SIGN_IN),
        ("Strato", Recipient, 550, "Forbidden domain 'x' in Envelope-From (B-EFROM-STRATO)", NO_SENDER),
        ("Strato", Recipient, 553, "5.7.1 <portico@weber.example>: Sender address rejected: not owned by user", NO_SENDER),
        ("Strato", Recipient, 554, "5.7.1 <anna@mueller.example>: Relay access denied", NO_RELAY),
        ("Strato", Recipient, 550, "5.1.1 <anna@mueller.example>... User unknown", Refused),
        ("Strato", Recipient, 550, "sorry, no mailbox here by that name", Refused),
        ("Strato", Content, 554, "5.7.1 Refused by local policy. No SPAM please! (B-URL)", Refused),
        ("Strato", Recipient, 450, "4.2.2 mailbox is overquota", Later),
        ("IONOS", Greeting, 421, "Rate limit reached. Please try again later", LIMIT),
        ("IONOS", Greeting, 421, "Reject due to policy violations", SERVER),
        ("IONOS", Greeting, 554, "Transaction failed. Your IP address is listed", SERVER),
        ("IONOS", SignIn, 535, "Authentication credentials invalid", NO_SIGN_IN),
        ("IONOS", Sender, 550, "Requested action not taken: mailbox unavailable\nSender address is not allowed.", NO_SENDER),
        ("IONOS", Recipient, 450, "Requested mail action not taken: mailbox unavailable\nMail send limit exceeded.", LIMIT),
        ("IONOS", Content, 550, "Requested action not taken: mailbox unavailable\nSender address is not allowed.", NO_SENDER),
        ("IONOS", Recipient, 550, "Requested action not taken: mailbox unavailable", Refused),
        ("IONOS", Recipient, 550, "Unknown User", Refused),
        ("IONOS", Recipient, 550, "Quota Exceeded", Refused),
        ("IONOS", Recipient, 451, "Requested action aborted: local error in processing", Later),
        ("IONOS", Content, 554, "Transaction failed. Reject due to policy restrictions.", Refused),
    ]);
}

#[test]
fn amazon_ses_and_mailgun() {
    check(&[
        ("SES", Greeting, 421, "Too many concurrent SMTP connections", LIMIT),
        ("SES", SignIn, 535, "Authentication Credentials Invalid", NO_SIGN_IN),
        ("SES", Sender, 530, "Authentication required", NO_SIGN_IN),
        ("SES", Recipient, 454, "Throttling failure: Daily message quota exceeded", LIMIT),
        ("SES", Content, 454, "Throttling failure: Maximum sending rate exceeded.", LIMIT),
        ("SES", Content, 554, "Message rejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: x", NO_SENDER),
        ("SES", Content, 554, "Message rejected: Sending paused for this account.", NO_SENDER),
        ("SES", Content, 554, "Access denied: User `arn:aws:iam::1:user/x' is not authorized to perform `ses:SendRawEmail'", NO_SENDER),
        ("SES", Content, 451, "Temporary service failure", Later),
        ("SES", Content, 554, "Transaction failed: Expected '=', got null", Refused),
        ("SES", Content, 552, "Message is too long.", Refused),
        ("SES", Recipient, 553, "Invalid email address", Refused),
        ("Mailgun", SignIn, 535, "5.7.0 Invalid login or password", NO_SIGN_IN),
        ("Mailgun", Sender, 421, "4.7.0 Too many messages, please slow down", LIMIT),
        ("Mailgun", Recipient, 550, "5.7.1 Relaying denied", NO_RELAY),
        ("Mailgun", Content, 550, "Domain weber.example is not allowed to send: The domain is unverified and requires DNS configuration.", NO_SENDER),
        ("Mailgun", Content, 421, "Domain sandbox1.example is not allowed to send: Free accounts are for test purposes only.", NO_SENDER),
        ("Mailgun", Content, 550, "5.7.1 Your account has exceeded its hourly limit", LIMIT),
        ("Mailgun", Recipient, 550, "5.1.2 Host unknown", Refused),
    ]);
}

#[test]
fn before_the_recipient_nothing_ends_a_mail() {
    for stage in [Greeting, SignIn, Sender] {
        for code in 400..600 {
            for text in ["", "5.1.1 no such user", "no", "5.7.1 message rejected as spam", "4.2.2 mailbox full"] {
                let verdict = judge(stage, code, enhanced(text), text);
                assert!(matches!(verdict, Firm(_)), "{stage:?} {code} {text}: {verdict:?}");
            }
        }
    }
}

#[test]
fn a_temporary_reply_never_ends_a_mail() {
    for stage in [Recipient, Content] {
        for code in 400..500 {
            for text in ["", "5.1.1 no such user", "gone", "5.7.1 spam"] {
                assert_ne!(judge(stage, code, enhanced(text), text), Refused, "{stage:?} {code} {text}");
            }
        }
    }
}

#[test]
fn enhanced_codes_are_read_from_the_start_only() {
    assert_eq!(enhanced("5.7.1 no"), Some((5, 7, 1)));
    assert_eq!(enhanced("4.7.232"), Some((4, 7, 232)));
    for text in ["", "no 5.7.1", "192.0.2.1 refused", "5.7", "5.7.x", "3.1.1 x", "5.7.1.2 x", "99999.1.1"] {
        assert_eq!(enhanced(text), None, "{text}");
    }
}

#[test]
fn troubles_have_names() {
    for trouble in Trouble::ALL {
        assert_eq!(Trouble::from_key(trouble.key()), Some(trouble));
    }
    assert_eq!(Trouble::from_key("weather"), None);
}
