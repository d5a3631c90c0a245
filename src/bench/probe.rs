//! The bare server: hyper and rusqlite, a statement and a page of the same size, one thread's connection a thread. What a
//! page of ours costs is held against it.

use crate::Failure;
use crate::probe_store::{self as store, Subjects};
use crate::work::Work;
use bytes::Bytes;
use http::{Request, Response};
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use rusqlite::Connection;
use std::cell::OnceCell;
use std::convert::Infallible;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::sync::{mpsc, oneshot};

thread_local! {
    static READER: OnceCell<Option<Connection>> = const { OnceCell::new() };
}

/// Most switches that share a commit, as in the product.
const GROUP: usize = 64;

struct Shared {
    file: String,
    subjects: Subjects,
    switches: mpsc::Sender<(u64, oneshot::Sender<bool>)>,
}

/// Answers at this address until it is ended.
///
/// # Errors
/// When it cannot begin.
pub async fn serve(file: &str, address: &str) -> Result<(), Failure> {
    let subjects = store::subjects(&store::open(file, false)?)?;
    let (switches, to_write) = mpsc::channel(1024);
    let shared = Arc::new(Shared { file: file.to_owned(), subjects: subjects.clone(), switches });
    let writer = store::open(file, true)?;
    std::thread::spawn(move || write(&writer, &subjects, to_write));
    let listener = TcpListener::bind(address).await?;
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        let shared = shared.clone();
        tokio::spawn(async move {
            let service = service_fn(move |request| answer(shared.clone(), request));
            let _ = hyper::server::conn::http1::Builder::new()
                .serve_connection(TokioIo::new(stream), service)
                .await;
        });
    }
}

/// The path a page has here: its name without what a path cannot hold.
#[must_use]
pub fn path(work: Work, number: usize, bytes: usize) -> String {
    let name: String = work.name().chars().filter(char::is_ascii_alphabetic).collect();
    format!("/{name}?bytes={bytes}&number={number}")
}

async fn answer(
    shared: Arc<Shared>,
    request: Request<Incoming>,
) -> Result<Response<Full<Bytes>>, Infallible> {
    let number_of = |name: &str| {
        let query = request.uri().query().unwrap_or_default();
        query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('=')?.parse::<usize>().ok())
    };
    let (bytes, number) = (number_of("bytes").unwrap_or(0), number_of("number").unwrap_or(0));
    let asked =
        Work::ALL.into_iter().find(|work| path(*work, 0, 0).split('?').next() == Some(request.uri().path()));
    let rows = match asked {
        Some(Work::Toggle) => {
            let (sender, done) = oneshot::channel();
            let queued = shared.switches.send((number as u64, sender)).await.is_ok();
            (queued && done.await.unwrap_or(false)).then(String::new)
        }
        Some(work) => read(&shared, work, number),
        None => None,
    };
    let status = if rows.is_some() { 200 } else { 501 };
    let page = Full::from(filled(rows.unwrap_or_default(), bytes));
    let mut response = Response::new(page);
    *response.status_mut() = http::StatusCode::from_u16(status).unwrap_or_default();
    response.headers_mut().insert("content-type", http::HeaderValue::from_static("text/html; charset=utf-8"));
    Ok(response)
}

fn read(shared: &Shared, work: Work, number: usize) -> Option<String> {
    READER.with(|reader| {
        let conn = reader.get_or_init(|| store::open(&shared.file, false).ok()).as_ref()?;
        store::rows(conn, &shared.subjects, work, number).ok().flatten()
    })
}

/// The rows in a page of this many bytes.
fn filled(rows: String, bytes: usize) -> String {
    let frame =
        "<p class=\"text-sm text-muted\">A line of the page around it, the same in every answer.</p>\n";
    let mut page = String::with_capacity(bytes.max(rows.len()) + frame.len());
    page.push_str("<!doctype html><html><body>\n");
    page.push_str(&rows);
    while page.len() < bytes {
        page.push_str(frame);
    }
    page.push_str("</body></html>");
    page
}

fn write(conn: &Connection, subjects: &Subjects, mut queue: mpsc::Receiver<(u64, oneshot::Sender<bool>)>) {
    while let Some(first) = queue.blocking_recv() {
        let mut group = vec![first];
        while group.len() < GROUP
            && let Ok(next) = queue.try_recv()
        {
            group.push(next);
        }
        let done = commit(conn, subjects, &group).is_ok();
        for (_, sender) in group {
            let _ = sender.send(done);
        }
    }
}

fn commit(
    conn: &Connection,
    subjects: &Subjects,
    group: &[(u64, oneshot::Sender<bool>)],
) -> rusqlite::Result<()> {
    let transaction = conn.unchecked_transaction()?;
    for (number, _) in group {
        store::toggle(&transaction, subjects, *number)?;
    }
    transaction.commit()
}
