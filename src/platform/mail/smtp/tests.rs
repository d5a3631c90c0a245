use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

use super::super::Trouble;
use super::super::message::tests::outgoing;
use super::*;

/// What the server answers to `RCPT TO` or to the end of the mail, and what it was sent.
struct Sink {
    url: String,
    mails: Arc<Mutex<Vec<String>>>,
    connections: Arc<Mutex<usize>>,
}

impl Sink {
    /// A mail server that accepts everything, but answers `RCPT TO:<key@…` with the reply given for it.
    async fn start(replies: &'static [(&'static str, &'static str)]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let sink = Self { url, mails: Arc::default(), connections: Arc::default() };
        let (mails, connections) = (Arc::clone(&sink.mails), Arc::clone(&sink.connections));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                *connections.lock().unwrap() += 1;
                tokio::spawn(converse(stream, replies, Arc::clone(&mails)));
            }
        });
        sink
    }
}

async fn converse(
    stream: TcpStream,
    replies: &'static [(&'static str, &'static str)],
    mails: Arc<Mutex<Vec<String>>>,
) -> Option<()> {
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 sink\r\n").await.ok()?;
    let mut line = String::new();
    while stream.read_line(&mut line).await.ok()? > 0 {
        let told = replies.iter().find(|(to, _)| line.starts_with(&format!("RCPT TO:<{to}@")));
        let reply = match (line.trim_end(), told) {
            (_, Some((_, "silence"))) => return std::future::pending().await,
            (_, Some((_, reply))) => reply,
            ("DATA", _) => {
                stream.write_all(b"354 go on\r\n").await.ok()?;
                let mail = read_mail(&mut stream).await?;
                mails.lock().unwrap().push(mail);
                "250 queued as 4711"
            }
            ("QUIT", _) => "221 bye",
            _ => "250 fine",
        };
        stream.write_all(format!("{reply}\r\n").as_bytes()).await.ok()?;
        line.clear();
    }
    Some(())
}

async fn read_mail(stream: &mut BufReader<TcpStream>) -> Option<String> {
    let mut mail = String::new();
    loop {
        let start = mail.len();
        stream.read_line(&mut mail).await.ok()?;
        if &mail[start..] == ".\r\n" {
            mail.truncate(start);
            return Some(mail);
        }
    }
}

fn to(address: &str) -> Outgoing {
    let mut mail = outgoing();
    mail.to.1 = address.to_owned();
    mail
}

#[tokio::test]
async fn a_mail_arrives_with_its_id_date_and_both_parts() {
    let sink = Sink::start(&[]).await;
    let transport = SmtpTransport::from_url(&sink.url).unwrap().calling_itself("portal.weber.example");
    let accepted = transport.send(outgoing()).await.unwrap();
    assert_eq!(accepted.reply, "queued as 4711");
    let mails = sink.mails.lock().unwrap();
    assert_eq!(mails.len(), 1);
    for part in [
        "Message-ID: <0199-7@portal.weber.example>\r\n",
        "Auto-Submitted: auto-generated\r\n",
        "Guten Tag\r\n..\r\nEnde",
        "<p>Guten Tag</p>",
    ] {
        assert!(mails[0].contains(part), "{part}\n{}", mails[0]);
    }
}

#[tokio::test]
async fn a_full_box_is_temporary_and_an_unknown_one_is_not() {
    let sink =
        Sink::start(&[("full", "451 4.2.2 mailbox full"), ("gone", "550-5.1.1 no\r\n550 such user")]).await;
    let transport = SmtpTransport::from_url(&sink.url).unwrap();
    assert_eq!(
        transport.send(to("full@mueller.example")).await,
        Err(SendError::Temporary { code: 451, text: "4.2.2 mailbox full".to_owned() })
    );
    let Err(SendError::Permanent { code: 550, text }) = transport.send(to("gone@mueller.example")).await
    else {
        panic!("an unknown recipient must be refused for good");
    };
    assert!(text.contains("5.1.1 no") && !text.contains('\n'), "{text}");
    assert!(transport.send(to("anna@mueller.example")).await.is_ok());
    assert_eq!(sink.mails.lock().unwrap().len(), 1);
}

#[tokio::test]
async fn a_failed_sign_in_says_nothing_about_the_mail() {
    let sink = Sink::start(&[("anna", "535 5.7.8 who are you")]).await;
    let transport = SmtpTransport::from_url(&sink.url).unwrap();
    assert!(matches!(
        transport.send(outgoing()).await,
        Err(SendError::Blamed { trouble: Trouble::SignIn, .. })
    ));
}

/// A mail server that says `reply` in place of what it would say to lines that begin with `to`; to nothing, it greets.
async fn refusing(to: &'static str, reply: &'static str) -> SmtpTransport {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://portal:hunter2@{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(refuse(stream, to, reply));
        }
    });
    SmtpTransport::from_url(&url).unwrap()
}

async fn refuse(stream: TcpStream, to: &'static str, reply: &'static str) -> Option<()> {
    let mut stream = BufReader::new(stream);
    let say = |usual: &'static str, line: &str| {
        let here = if to.is_empty() { line.is_empty() } else { line.starts_with(to) };
        format!("{}\r\n", if here { reply } else { usual })
    };
    let greeting = say("220 sink", "");
    stream.write_all(greeting.as_bytes()).await.ok()?;
    let (mut line, mut content) = (String::new(), false);
    while stream.read_line(&mut line).await.ok()? > 0 {
        let usual = match line.trim_end() {
            "." => "250 queued",
            _ if content => "",
            "DATA" => "354 go on",
            _ if line.starts_with("EHLO") => "250-sink\r\n250 AUTH PLAIN",
            _ if line.starts_with("AUTH") => "235 welcome",
            _ => "250 fine",
        };
        let answer = if content && line != ".\r\n" { String::new() } else { say(usual, &line) };
        content = (content && line != ".\r\n") || answer.starts_with("354");
        stream.write_all(answer.as_bytes()).await.ok()?;
        line.clear();
    }
    Some(())
}

#[tokio::test]
async fn the_stage_of_a_refusal_decides_whether_a_mail_ends() {
    let trouble = |trouble, text: &str| SendError::Trouble { trouble, text: text.to_owned() };
    let blamed = |trouble, text: &str| SendError::Blamed { trouble, text: text.to_owned() };
    let suspect = |trouble, text: &str| SendError::Suspect { trouble, text: text.to_owned() };
    let permanent = |code, text: &str| SendError::Permanent { code, text: text.to_owned() };
    let table = [
        ("", "554 5.7.1 go away", trouble(Trouble::Server, "554 5.7.1 go away")),
        ("EHLO", "550 5.7.1 go away", trouble(Trouble::Server, "550 5.7.1 go away")),
        ("AUTH", "550 5.7.1 go away", trouble(Trouble::SignIn, "550 5.7.1 go away")),
        ("MAIL", "550 5.7.1 go away", trouble(Trouble::Sender, "550 5.7.1 go away")),
        ("RCPT", "550 5.7.1 go away", permanent(550, "5.7.1 go away")),
        ("RCPT", "554 5.7.1 Relay access denied", suspect(Trouble::Relay, "554 5.7.1 Relay access denied")),
        ("RCPT", "550 5.7.64 no relay", blamed(Trouble::Relay, "550 5.7.64 no relay")),
        ("DATA", "421 4.7.0 later", suspect(Trouble::Server, "421 4.7.0 later")),
        // The words of an address are no words of the server.
        (
            "RCPT",
            "550 5.7.1 <ann.throttled@a.example>: gone",
            permanent(550, "5.7.1 <ann.throttled@a.example>: gone"),
        ),
        (".", "554 5.7.1 spam", permanent(554, "5.7.1 spam")),
        (".", "550 5.4.5 Daily limit", blamed(Trouble::Limit, "550 5.4.5 Daily limit")),
    ];
    for (to, reply, expected) in table {
        let answer = refusing(to, reply).await.send(outgoing()).await;
        assert_eq!(answer, Err(expected), "{to:?}: {reply}");
    }
    assert!(refusing("nothing", "").await.send(outgoing()).await.is_ok());
}

#[tokio::test]
async fn a_server_that_stops_in_the_middle_is_told_by_where_it_stopped() {
    for (to, of_the_firm) in [("", true), ("EHLO", true), ("MAIL", true), ("RCPT", false), (".", false)] {
        let mut transport = refusing(to, "not a reply").await;
        transport.total = Duration::from_secs(5);
        let answer = transport.send(outgoing()).await;
        assert_eq!(matches!(answer, Err(SendError::Trouble { .. })), of_the_firm, "{to:?}: {answer:?}");
        assert_eq!(matches!(answer, Err(SendError::Silent(_))), !of_the_firm, "{to:?}: {answer:?}");
    }
}

#[tokio::test]
async fn a_server_that_drips_is_left_when_the_time_is_up() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        while stream.write_all(b"220-not yet\r\n").await.is_ok() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    });
    let mut transport = SmtpTransport::from_url(&url).unwrap();
    transport.total = Duration::from_millis(300);
    assert!(matches!(
        transport.send(outgoing()).await,
        Err(SendError::Trouble { trouble: Trouble::Server, .. })
    ));
}

#[tokio::test]
async fn an_address_the_server_cannot_spell_is_refused_for_good() {
    let sink = Sink::start(&[]).await;
    let transport = SmtpTransport::from_url(&sink.url).unwrap();
    assert!(matches!(
        transport.send(to("müller@mueller.example")).await,
        Err(SendError::Permanent { code: 0, .. })
    ));
    assert!(transport.send(outgoing()).await.is_ok());
}

#[tokio::test]
async fn one_connection_carries_many_mails() {
    let sink = Sink::start(&[]).await;
    let transport = SmtpTransport::from_url(&sink.url).unwrap();
    for _ in 0..3 {
        transport.send(outgoing()).await.unwrap();
    }
    assert_eq!(*sink.connections.lock().unwrap(), 1);
}

#[tokio::test]
async fn a_server_that_falls_silent_is_left_and_its_connection_not_used_again() {
    let sink = Sink::start(&[("silent", "silence")]).await;
    let mut transport = SmtpTransport::from_url(&sink.url).unwrap();
    let patience = std::mem::replace(&mut transport.total, Duration::from_secs(2));
    assert!(matches!(transport.send(to("silent@mueller.example")).await, Err(SendError::Silent(_))));
    transport.total = patience;
    assert!(transport.send(outgoing()).await.is_ok());
    assert_eq!(*sink.connections.lock().unwrap(), 2);
}

#[tokio::test]
async fn no_server_means_unreachable() {
    let port = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    let transport = SmtpTransport::from_url(&format!("smtp://127.0.0.1:{port}")).unwrap();
    assert!(matches!(
        transport.send(outgoing()).await,
        Err(SendError::Trouble { trouble: Trouble::Server, .. })
    ));
}

#[tokio::test]
async fn a_server_without_starttls_gets_no_mail() {
    let sink = Sink::start(&[]).await;
    let url = sink.url.replace("smtp://", "smtp+starttls://user:password@");
    let transport = SmtpTransport::from_url(&url).unwrap();
    assert!(transport.send(outgoing()).await.is_err());
    assert!(sink.mails.lock().unwrap().is_empty());
}

#[tokio::test]
async fn the_password_is_never_printed() {
    let transport = SmtpTransport::from_url("smtps://portal:hunter2@mail.weber.example").unwrap();
    assert_eq!(format!("{transport:?}"), "SmtpTransport(\"mail.weber.example:465\")");
}
