//! Addresses with letters before the `@` that are not ASCII (RFC 6531).

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpListener;

use super::super::message::tests::outgoing;
use super::*;

/// A server that says this to `EHLO` and takes one mail after another; what it was told, line by line.
async fn server(greeting: &'static str) -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    let told: Arc<Mutex<Vec<String>>> = Arc::default();
    let lines = Arc::clone(&told);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let lines = Arc::clone(&lines);
            tokio::spawn(async move {
                let mut stream = BufReader::new(stream);
                stream.write_all(b"220 here\r\n").await.ok()?;
                let (mut line, mut in_mail) = (String::new(), false);
                while stream.read_line(&mut line).await.ok()? > 0 {
                    let said = line.trim_end().to_owned();
                    let reply = match said.as_str() {
                        "." => "250 queued",
                        _ if in_mail => "",
                        "DATA" => "354 go on",
                        said if said.starts_with("EHLO") => greeting,
                        _ => "250 fine",
                    };
                    in_mail = said != "." && (in_mail || said == "DATA");
                    lines.lock().unwrap().push(said);
                    if !reply.is_empty() {
                        stream.write_all(format!("{reply}\r\n").as_bytes()).await.ok()?;
                    }
                    line.clear();
                }
                Some(())
            });
        }
    });
    (url, told)
}

fn to(address: &str) -> Outgoing {
    let mut mail = outgoing();
    mail.to.1 = address.to_owned();
    mail
}

#[tokio::test]
async fn letters_before_the_at_go_by_smtputf8_and_the_domain_in_ascii() {
    let (url, told) = server("250-here\r\n250-8BITMIME\r\n250 SMTPUTF8").await;
    let transport = SmtpTransport::from_url(&url).unwrap();
    transport.send(to("büro@Kanzlei-Müller.example")).await.unwrap();
    let told = told.lock().unwrap().clone();
    assert!(told.iter().any(|it| it.starts_with("MAIL FROM:<") && it.contains("SMTPUTF8")), "{told:?}");
    assert!(told.contains(&"RCPT TO:<büro@xn--kanzlei-mller-4ob.example>".to_owned()), "{told:?}");
}

#[tokio::test]
async fn without_smtputf8_the_reason_is_given_and_other_mail_goes() {
    let (url, told) = server("250-here\r\n250 8BITMIME").await;
    let transport = SmtpTransport::from_url(&url).unwrap();
    let refused = transport.send(to("büro@mueller.example")).await;
    assert_eq!(refused, Err(SendError::Permanent { code: 0, text: NO_SMTPUTF8.to_owned() }));
    for (locale, words) in [(kernel::Locale::En, "mail server"), (kernel::Locale::De, "Mailserver")] {
        let explained = crate::mail::explained(locale, &format!("0 {NO_SMTPUTF8}"));
        assert!(explained.contains(words) && !explained.contains("SMTPUTF8"), "{explained}");
    }
    // The domain alone needs nothing of the server.
    transport.send(to("x@kanzlei-müller.example")).await.unwrap();
    let told = told.lock().unwrap().clone();
    assert!(told.contains(&"RCPT TO:<x@xn--kanzlei-mller-4ob.example>".to_owned()), "{told:?}");
    assert!(!told.iter().any(|it| it.contains("SMTPUTF8")), "{told:?}");
}
