//! Replies as real servers give them, and what follows from each.
//!
//! A line is `stage reply => verdict`; `/` stands for a line break of the reply, and `?` makes a trouble a suspicion.

use super::Stage::{Content, Greeting, Recipient, Sender, SignIn};
use super::Verdict::{Firm, Later, Refused, Suspect};
use super::{LIMIT, MACHINE, RELAY, SENDER, SIGN_IN, Stage, Trouble, Verdict, enhanced, judge};

fn stage(name: &str) -> Stage {
    match name {
        "greeting" => Greeting,
        "sign-in" => SignIn,
        "sender" => Sender,
        "recipient" => Recipient,
        "content" => Content,
        other => panic!("no stage is called {other}"),
    }
}

fn verdict(name: &str) -> Verdict {
    match name {
        "later" => Later,
        "refused" => Refused,
        trouble => match trouble.strip_suffix('?') {
            Some(trouble) => Suspect(named(trouble)),
            None => Firm(named(trouble)),
        },
    }
}

fn named(trouble: &str) -> Trouble {
    Trouble::from_key(trouble).unwrap_or_else(|| panic!("no verdict is called {trouble}"))
}

fn check(table: &str) {
    let lines: Vec<&str> = table.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let wrong: Vec<String> = lines
        .iter()
        .filter_map(|line| {
            let (said, expected) = line.rsplit_once(" => ").expect("a verdict");
            let (at, reply) = said.split_once(' ').expect("a stage");
            let (code, text) = reply.split_once(' ').expect("a code");
            let text = text.replace(" / ", "\n");
            let found = judge(stage(at), code.parse().expect("a code"), enhanced(&text), &text);
            (found != verdict(expected)).then(|| format!("{line}: {found:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn postfix() {
    check(
        r"
        greeting 421 4.7.0 mx.example Error: too many connections from 192.0.2.1 => limit
        greeting 421 4.3.2 All server ports are busy => server
        greeting 554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org => server
        greeting 521 5.7.1 Service unavailable; client [192.0.2.1] blocked using bl.example => server
        greeting 502 5.5.1 Error: command not implemented => server
        sign-in 535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6 => sign_in
        sign-in 454 4.7.0 Temporary authentication failure: Connection lost to authentication server => server
        sign-in 503 5.5.1 Error: authentication not enabled => sign_in
        sender 530 5.7.0 Must issue a STARTTLS command first => sign_in
        sender 452 4.3.1 Insufficient system storage => server
        sender 450 4.7.1 Error: too much mail from 192.0.2.1 => server
        sender 552 5.3.4 Message size exceeds fixed limit => sender
        sender 501 5.1.7 Bad sender address syntax => sender
        recipient 554 5.7.1 <anna@mueller.example>: Relay access denied => relay?
        recipient 454 4.7.1 <anna@mueller.example>: Relay access denied => relay?
        recipient 550 5.1.8 <portico@weber.example>: Sender address rejected: Domain not found => sender
        recipient 450 4.1.8 <portico@weber.example>: Sender address rejected: Domain not found => sender
        recipient 553 5.7.1 <portico@weber.example>: Sender address rejected: not owned by user kanzlei => sender?
        recipient 554 5.7.1 <unknown[192.0.2.1]>: Client host rejected: Access denied => server?
        recipient 450 4.7.25 Client host rejected: cannot find your hostname, [192.0.2.1] => server
        recipient 504 5.5.2 <portal>: Helo command rejected: need fully-qualified hostname => server?
        recipient 554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using ix.dnsbl.manitu.net => server?
        recipient 530 5.7.0 Authentication required => sign_in
        recipient 452 4.5.3 Error: too many recipients => limit
        recipient 452 4.3.1 Insufficient system storage => server?
        recipient 451 4.3.0 <anna@mueller.example>: Temporary lookup failure => server?
        recipient 451 4.3.5 Server configuration error => server?
        recipient 421 4.4.2 mx.example Error: timeout exceeded => server?
        recipient 550 5.1.1 <anna@mueller.example>: Recipient address rejected: User unknown in relay recipient table => refused
        recipient 550 5.1.1 <anna@mueller.example>: Recipient address rejected: User unknown in local recipient table => refused
        recipient 450 4.1.1 <anna@mueller.example>: Recipient address rejected: unverified address => later
        recipient 450 4.2.0 <anna@mueller.example>: Recipient address rejected: Greylisted => later
        recipient 450 4.7.1 <anna@mueller.example>: Recipient address rejected: Greylisted, see http://postgrey.example => later
        recipient 450 4.1.2 <anna@mueller.example>: Recipient address rejected: Domain not found => later
        recipient 554 5.7.1 <anna@mueller.example>: Recipient address rejected: Access denied => refused
        recipient 501 5.1.3 Bad recipient address syntax => refused
        recipient 452 4.2.2 <anna@mueller.example>: Recipient address rejected: Mailbox is full => later
        recipient 556 5.1.10 <anna@mueller.example>: Recipient address rejected: Domain mueller.example does not accept mail (nullMX) => refused
        content 554 5.7.1 Message content rejected, id=4711-01 - spam => refused
        content 550 5.7.1 This message contains an URL that is listed => refused
        content 552 5.3.4 Error: message file too big => refused
        content 451 4.3.0 Error: queue file write error => server?
        content 451 4.7.1 Service unavailable - try again later => later
        ",
    );
}

#[test]
fn exim_and_cpanel() {
    check(
        r"
        greeting 421 Too many concurrent SMTP connections; please try again later. => limit
        greeting 501 Syntactically invalid HELO argument(s) => server
        greeting 550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1) => server
        sign-in 535 Incorrect authentication data => sign_in
        sign-in 435 Unable to authenticate at present => server
        recipient 550 relay not permitted => relay?
        recipient 550 authentication required => sign_in?
        recipient 550 SMTP AUTH is required for message submission on port 587 => sign_in?
        recipient 550 Verification failed for <portico@weber.example> / Unrouteable address / Sender verify failed => sender?
        recipient 452 space shortage, please try later => server?
        recipient 451 Temporary local problem - please try later => later
        recipient 550 Unrouteable address => refused
        recipient 550 No Such User Here => refused
        content 550 This message was classified as SPAM and may not be delivered => refused
        recipient 550 Domain weber.example has exceeded the max emails per hour (500/500 (100%)) allowed. Message discarded. => limit?
        recipient 550 Domain weber.example has exceeded the max defers and failures per hour (5/5 (38%)) allowed. Message discarded. => limit?
        recipient 550 5.7.1 <anna@mueller.example>... Relaying denied => relay?
        recipient 550 5.7.1 <anna@mueller.example>... Relaying denied. Proper authentication required. => relay?
        recipient 553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1) => relay?
        ",
    );
}

#[test]
fn exchange_online() {
    check(
        r"
        greeting 421 4.3.2 Service not available, closing transmission channel => server
        greeting 432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending => limit
        greeting 550 5.7.606 Access denied, banned sending IP [192.0.2.1] => server
        sign-in 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant => sign_in
        sign-in 535 5.7.3 Authentication unsuccessful => sign_in
        sender 530 5.7.57 Client not authenticated to send mail => sign_in
        sender 432 4.3.2 Concurrent connections limit exceeded => limit
        sender 501 5.1.7 Invalid address => sender
        recipient 550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain => relay
        recipient 550 5.7.64 TenantAttribution; Relay Access Denied => relay
        recipient 550 5.4.5 Daily limit reached => limit
        recipient 452 4.5.3 Too many recipients (AS780090) => limit
        recipient 550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup => refused
        recipient 550 5.4.1 Recipient address rejected: Access denied. AS(201806281) => refused
        recipient 550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required; sender not authenticated => refused
        content 550 5.7.60 SMTP; Client does not have permissions to send as this sender => sender
        content 554 5.2.252 SendAsDenied; kanzlei@weber.example not allowed to send as portico@weber.example => sender
        content 554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException => limit?
        content 550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients => limit
        content 550 5.7.233 Your message can't be sent because your trial tenant exceeded its daily limit => limit
        content 550 5.7.705 Access denied, tenant has exceeded threshold => limit
        content 550 5.1.8 Access denied, bad outbound sender => sender
        content 550 5.7.501 Access denied, spam abuse detected => sender
        content 550 5.7.708 Service unavailable. Access denied, traffic not accepted from this IP => server
        content 550 5.7.750 Service unavailable. Client blocked from sending from unregistered domains => sender
        content 552 5.2.3 Message size exceeds fixed maximum message size => refused
        content 550 5.6.0 CAT.InvalidContent.Exception => refused
        ",
    );
}

#[test]
fn gmail_and_workspace_relay() {
    check(
        r"
        greeting 421 4.7.0 Try again later, closing connection. (EHLO) => limit
        sign-in 535 5.7.8 Username and Password not accepted. For more information, go to / 5.7.8 https://support.example => sign_in
        sign-in 534 5.7.9 Application-specific password required. => sign_in
        sign-in 454 4.7.0 Too many login attempts, please try again later. => server
        sender 530 5.7.0 Authentication Required. => sign_in
        recipient 550 5.7.1 Invalid credentials for relay [192.0.2.1]. The IP address you've registered => sign_in?
        recipient 550 5.7.0 Mail relay denied [192.0.2.1]. Invalid credentials for relay => relay?
        recipient 550 5.4.5 Daily user sending limit exceeded. => limit
        content 550 5.4.5 Daily SMTP relay limit exceeded for customer. => limit
        recipient 452 4.5.3 Your message has too many recipients. => limit
        content 421 4.7.28 Gmail has detected an unusual rate of unsolicited mail => limit
        content 421 4.7.0 Our system has detected that this message is suspicious. try again later => server?
        content 550 5.7.26 This mail has been blocked because the sender is unauthenticated. => sender
        recipient 550 5.1.1 The email account that you tried to reach does not exist. => refused
        recipient 550 5.2.1 The email account that you tried to reach is inactive. => refused
        recipient 450 4.2.1 The user you are trying to contact is receiving mail too quickly. => later
        recipient 450 4.2.1 The user you are trying to contact is receiving mail at a rate that prevents => later
        recipient 452 4.2.2 The recipient's inbox is out of storage space. => later
        content 552 5.7.0 This message was blocked because its content presents a potential => refused
        content 552 5.3.4 Your message exceeded Google's message size limits. => refused
        ",
    );
}

#[test]
fn strato_and_ionos() {
    check(
        r"
        sign-in 535 5.7.8 Error: authentication failed: authentication failure => sign_in
        recipient 550 Forbidden domain 'x' in Envelope-From (B-EFROM-STRATO) => sender?
        recipient 553 5.7.1 <portico@weber.example>: Sender address rejected: not owned by user => sender?
        recipient 554 5.7.1 <anna@mueller.example>: Relay access denied => relay?
        recipient 550 5.1.1 <anna@mueller.example>... User unknown => refused
        recipient 550 sorry, no mailbox here by that name => refused
        content 554 5.7.1 Refused by local policy. No SPAM please! (B-URL) => refused
        recipient 450 4.2.2 mailbox is overquota => later
        greeting 421 Rate limit reached. Please try again later => limit
        greeting 421 Reject due to policy violations => server
        greeting 554 Transaction failed. Your IP address is listed => server
        sign-in 535 Authentication credentials invalid => sign_in
        sender 550 Requested action not taken: mailbox unavailable / Sender address is not allowed. => sender
        recipient 450 Requested mail action not taken: mailbox unavailable / Mail send limit exceeded. => limit?
        content 550 Requested action not taken: mailbox unavailable / Sender address is not allowed. => sender?
        recipient 550 Requested action not taken: mailbox unavailable => refused
        recipient 550 Unknown User => refused
        recipient 550 Quota Exceeded => refused
        recipient 451 Requested action aborted: local error in processing => later
        content 554 Transaction failed. Reject due to policy restrictions. => refused
        ",
    );
}

#[test]
fn amazon_ses_and_mailgun() {
    check(
        r"
        greeting 421 Too many concurrent SMTP connections => limit
        sign-in 535 Authentication Credentials Invalid => sign_in
        sender 530 Authentication required => sign_in
        recipient 454 Throttling failure: Daily message quota exceeded => limit?
        content 454 Throttling failure: Maximum sending rate exceeded. => limit?
        content 554 Message rejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: x => sender?
        content 554 Message rejected: Sending paused for this account. => sender?
        content 554 Access denied: User `arn:aws:iam::1:user/x' is not authorized to perform `ses:SendRawEmail' => sender?
        content 451 Temporary service failure => later
        content 554 Transaction failed: Expected '=', got null => refused
        content 552 Message is too long. => refused
        recipient 553 Invalid email address => refused
        sign-in 535 5.7.0 Invalid login or password => sign_in
        sender 421 4.7.0 Too many messages, please slow down => limit
        recipient 550 5.7.1 Relaying denied => relay?
        content 550 Domain weber.example is not allowed to send: The domain is unverified and requires DNS configuration. => sender?
        content 421 Domain sandbox1.example is not allowed to send: Free accounts are for test purposes only. => sender?
        content 550 5.7.1 Your account has exceeded its hourly limit => limit?
        recipient 550 5.1.2 Host unknown => refused
        ",
    );
}

#[test]
fn before_the_recipient_nothing_ends_a_mail() {
    for stage in [Greeting, SignIn, Sender] {
        for code in 400..600 {
            for text in
                ["", "5.1.1 no such user", "no", "5.7.1 message rejected as spam", "4.2.2 mailbox full"]
            {
                let verdict = judge(stage, code, enhanced(text), text);
                assert!(matches!(verdict, Firm(_)), "{stage:?} {code} {text}: {verdict:?}");
            }
        }
    }
}

#[test]
fn what_is_said_of_one_recipient_is_a_suspicion_at_most() {
    for words in [LIMIT, SIGN_IN, SENDER, RELAY, MACHINE].concat() {
        for stage in [Recipient, Content] {
            for code in [421, 450, 451, 452, 454, 500, 503, 550, 552, 553, 554] {
                for prefix in [
                    "",
                    "4.3.2 ",
                    "4.7.1 ",
                    "5.7.1 ",
                    "4.4.5 ",
                    "5.3.0 ",
                    "host mx.evil.example said: 5.4.5 ",
                ] {
                    let text = format!("{prefix}{words}");
                    let verdict = judge(stage, code, enhanced(&text), &text);
                    assert!(matches!(verdict, Suspect(_)), "{stage:?} {code} {text}: {verdict:?}");
                }
                for prefix in ["5.1.1", "4.2.2", "5.1.10", "5.2.1"] {
                    let text = format!("{prefix} {words}");
                    let verdict = judge(stage, code, enhanced(&text), &text);
                    assert!(matches!(verdict, Later | Refused), "{stage:?} {code} {text}: {verdict:?}");
                }
            }
        }
    }
}

#[test]
fn codes_that_are_made_for_the_sending_system_are_believed_at_every_stage() {
    check(
        r"
        recipient 550 5.7.54 no => relay
        recipient 554 5.7.64 no => relay
        recipient 450 4.1.8 no => sender
        content 550 5.7.26 no => sender
        recipient 530 no => sign_in
        recipient 550 5.7.57 no => sign_in
        recipient 550 5.7.25 no => server
        recipient 550 5.4.5 no => limit
        content 451 4.7.28 no => limit
        recipient 451 4.4.5 no => later
        recipient 550 5.7.1 no => refused
        recipient 421 4.7.0 no => server?
        recipient 550 5.1.1 too many messages, relay access denied => refused
        recipient 450 4.1.1 unverified address: host mx.evil.example said: too many messages => later
        recipient 550 too many messages => limit?
        ",
    );
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
