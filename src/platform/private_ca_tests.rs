//! Mail server and database under a firm's own certificate authority: whoever is in the system's store is believed, and
//! nobody else. The store is chosen by `SSL_CERT_FILE`, so each try is a process of its own.

use crate::mail::message::tests::outgoing;
use crate::mail::{MailTransport as _, SmtpTransport};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use rustls::ServerConfig;
use rustls::pki_types::PrivateKeyDer;
use sqlx::Connection as _;
use std::path::Path;
use std::sync::Arc;
use tokio::io::{
    AsyncBufReadExt as _, AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _, BufReader,
};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

type Authority = CertifiedIssuer<'static, KeyPair>;

/// Where the child finds whom to speak with.
const SMTP: &str = "TEST_SMTP_UNDER_TLS";
const DATABASE: &str = "TEST_DATABASE_UNDER_TLS";

fn authority() -> Authority {
    let mut params = CertificateParams::new(Vec::<String>::new()).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap()
}

/// A server that calls itself `localhost` and shows a certificate of this authority.
fn acceptor(authority: &Authority) -> TlsAcceptor {
    let key = KeyPair::generate().unwrap();
    let params = CertificateParams::new(vec!["localhost".to_owned()]).unwrap();
    let certificate = params.signed_by(&key, &**authority).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], PrivateKeyDer::Pkcs8(key.serialize_der().into()))
        .unwrap();
    TlsAcceptor::from(Arc::new(config))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Speaks {
    Smtps,
    StartTls,
    Postgres,
}

/// Listens; its port.
async fn serve(speaks: Speaks, tls: TlsAcceptor) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let tls = tls.clone();
            tokio::spawn(async move {
                match speaks {
                    Speaks::Smtps => converse(tls.accept(stream).await.ok()?, true).await,
                    Speaks::StartTls => {
                        converse(tls.accept(until_starttls(stream).await?).await.ok()?, false).await
                    }
                    Speaks::Postgres => refuse_politely(stream, tls).await,
                }
            });
        }
    });
    port
}

async fn until_starttls(stream: TcpStream) -> Option<TcpStream> {
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 sink\r\n").await.ok()?;
    let mut line = String::new();
    while stream.read_line(&mut line).await.ok()? > 0 {
        if line.starts_with("STARTTLS") {
            stream.write_all(b"220 go on\r\n").await.ok()?;
            return Some(stream.into_inner());
        }
        stream.write_all(b"250-sink\r\n250 STARTTLS\r\n").await.ok()?;
        line.clear();
    }
    None
}

async fn converse(stream: impl AsyncRead + AsyncWrite + Unpin, greet: bool) -> Option<()> {
    let mut stream = BufReader::new(stream);
    if greet {
        stream.write_all(b"220 sink\r\n").await.ok()?;
    }
    let (mut line, mut in_data) = (String::new(), false);
    while stream.read_line(&mut line).await.ok()? > 0 {
        let reply = match line.trim_end() {
            "." if in_data => "250 kept",
            "DATA" => "354 go on",
            _ if in_data => "",
            _ => "250 fine",
        };
        in_data = (in_data || reply.starts_with("354")) && reply != "250 kept";
        if !reply.is_empty() {
            stream.write_all(format!("{reply}\r\n").as_bytes()).await.ok()?;
        }
        line.clear();
    }
    Some(())
}

/// As PostgreSQL while it starts: TLS is agreed upon, then it says that it is not ready.
async fn refuse_politely(mut stream: TcpStream, tls: TlsAcceptor) -> Option<()> {
    let mut request = [0; 8];
    stream.read_exact(&mut request).await.ok()?;
    stream.write_all(b"S").await.ok()?;
    let mut stream = tls.accept(stream).await.ok()?;
    let mut length = [0; 4];
    stream.read_exact(&mut length).await.ok()?;
    let fields = b"SFATAL\0VFATAL\0C28000\0Mnot today\0\0";
    stream.write_all(b"E").await.ok()?;
    stream.write_all(&u32::try_from(fields.len() + 4).ok()?.to_be_bytes()).await.ok()?;
    stream.write_all(fields).await.ok()?;
    stream.flush().await.ok()
}

/// What a process says whose certificate store is this file.
async fn tried(variable: &str, url: &str, store: &Path) -> String {
    let child = tokio::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "private_ca_tests::child", "--ignored", "--nocapture"])
        .env("SSL_CERT_FILE", store)
        .env_remove("SSL_CERT_DIR")
        .env(variable, url)
        .output()
        .await
        .unwrap();
    [child.stdout, child.stderr].map(|text| String::from_utf8_lossy(&text).into_owned()).concat()
}

#[tokio::test]
#[ignore = "runs as a process of its own, started by the tests below"]
#[expect(clippy::disallowed_methods, reason = "it is configured by the environment")]
async fn child() {
    if let Ok(url) = std::env::var(SMTP) {
        let sent = SmtpTransport::from_url(&url).unwrap().send(outgoing()).await;
        assert!(sent.is_ok(), "REFUSED {sent:?}");
    }
    if let Ok(url) = std::env::var(DATABASE) {
        let error = sqlx::PgConnection::connect(&url).await.map(drop).unwrap_err();
        let spoke = matches!(&error, sqlx::Error::Database(said) if said.message() == "not today");
        assert!(spoke, "REFUSED {error}");
    }
}

#[tokio::test]
async fn a_private_authority_in_the_systems_store_is_believed_and_an_unknown_one_is_not() {
    let (ours, another) = (authority(), authority());
    let folder = tempfile::tempdir().unwrap();
    let [known, unknown] = [("ours.pem", &ours), ("another.pem", &another)].map(|(name, authority)| {
        let file = folder.path().join(name);
        std::fs::write(&file, authority.pem()).unwrap();
        file
    });
    for speaks in [Speaks::Smtps, Speaks::StartTls, Speaks::Postgres] {
        let port = serve(speaks, acceptor(&ours)).await;
        let (variable, url) = match speaks {
            Speaks::Smtps => (SMTP, format!("smtps://localhost:{port}")),
            Speaks::StartTls => (SMTP, format!("smtp+starttls://localhost:{port}")),
            Speaks::Postgres => (DATABASE, format!("postgres://me:x@localhost:{port}/x?sslmode=verify-full")),
        };
        let said = tried(variable, &url, &known).await;
        assert!(said.contains("1 passed"), "{speaks:?} under a known authority: {said}");
        let said = tried(variable, &url, &unknown).await;
        assert!(
            said.contains("1 failed") && said.contains("REFUSED"),
            "{speaks:?} under an unknown one: {said}"
        );
    }
}
