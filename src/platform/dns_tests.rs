//! What real packets become: a server on this machine answers as name servers do.

use super::*;
use hickory_resolver::config::{ConnectionConfig, NameServerConfig};
use hickory_resolver::proto::op::{Message, ResponseCode};
use hickory_resolver::proto::rr::rdata::TXT;
use hickory_resolver::proto::rr::{Name, Record};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tokio::net::UdpSocket;

const NAME: &str = "_portico.portal.weber.example";

/// How the server answers.
#[derive(Clone)]
enum Says {
    /// Records of the name that was asked, each in its pieces.
    Texts(&'static [&'static [&'static str]]),
    Code(ResponseCode),
    Nothing,
}

/// What it was asked.
type Heard = Arc<Mutex<Vec<(Name, RecordType)>>>;

async fn serve(says: Says) -> (SocketAddr, Heard) {
    let socket = UdpSocket::bind("127.0.0.1:0").await.unwrap();
    let (address, heard) = (socket.local_addr().unwrap(), Heard::default());
    let told = heard.clone();
    tokio::spawn(async move {
        let mut packet = [0; 1500];
        while let Ok((length, from)) = socket.recv_from(&mut packet).await {
            let question = Message::from_vec(&packet[..length]).unwrap();
            let query = question.queries[0].clone();
            told.lock().unwrap().push((query.name().clone(), query.query_type()));
            let mut answer = Message::response(question.metadata.id, question.metadata.op_code);
            answer.add_query(query.clone());
            match &says {
                Says::Texts(records) => answer.add_answers(records.iter().map(|pieces| {
                    let pieces = pieces.iter().map(|piece| (*piece).to_owned()).collect();
                    Record::from_rdata(query.name().clone(), 60, RData::TXT(TXT::new(pieces)))
                })),
                Says::Code(code) => {
                    answer.metadata.response_code = *code;
                    &mut answer
                }
                Says::Nothing => continue,
            };
            let _ = socket.send_to(&answer.to_vec().unwrap(), from).await;
        }
    });
    (address, heard)
}

/// What becomes of this answer; and what was asked for it.
async fn ask(says: Says, one_try: Duration) -> (Result<Vec<String>, Silent>, Heard) {
    let (address, heard) = serve(says).await;
    let mut connection = ConnectionConfig::udp();
    connection.port = address.port();
    let server = NameServerConfig::new(address.ip(), true, vec![connection]);
    let servers = Some(ResolverConfig::from_name_servers(vec![server]));
    (SystemDns { servers, one_try }.texts(NAME.to_owned()).await, heard)
}

#[tokio::test]
async fn an_answer_is_all_texts_of_the_name_or_none_and_trouble_is_silence() {
    // Longer than any answer takes, so that only silence waits for it.
    let (patient, hasty) = (Duration::from_secs(20), Duration::from_secs(1));
    let texts = |texts: &[&str]| Ok(texts.iter().map(|text| (*text).to_owned()).collect());
    for (what, says, one_try, wanted) in [
        (
            "a text",
            Says::Texts(&[&["portico-verification=abc"]]),
            patient,
            texts(&["portico-verification=abc"]),
        ),
        (
            "several, and one in pieces",
            Says::Texts(&[&["v=spf1 -all"], &["portico-", "verification=", "abc"]]),
            patient,
            texts(&["v=spf1 -all", "portico-verification=abc"]),
        ),
        ("no text at this name", Says::Texts(&[]), patient, texts(&[])),
        ("no such name", Says::Code(ResponseCode::NXDomain), patient, texts(&[])),
        ("the server is in trouble", Says::Code(ResponseCode::ServFail), patient, Err(Silent)),
        ("it will not say", Says::Code(ResponseCode::Refused), patient, Err(Silent)),
        ("nothing", Says::Nothing, hasty, Err(Silent)),
    ] {
        let (answer, heard) = ask(says, one_try).await;
        assert_eq!(answer, wanted, "{what}");
        let heard = heard.lock().unwrap();
        assert!(!heard.is_empty(), "{what}: the named server is asked, not the machine's own");
        // Only this, whatever comes back: no address is looked up, and no domain of this machine is added.
        let asked = |(name, kind): &(Name, RecordType)| {
            name.to_ascii() == format!("{NAME}.") && *kind == RecordType::TXT
        };
        assert!(heard.iter().all(asked), "{what}: {heard:?}");
    }
}
