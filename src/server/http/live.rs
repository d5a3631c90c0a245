//! Live news: one stream a browser (`app/page/live.js`), filtered by what this visitor may see, caught up after a break.

use super::answers::plain_error;
use super::marks;
use super::site::Site;
use access::gate::{SignedIn, Visitor};
use axum::extract::{Request, State};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures::future::{BoxFuture, Either};
use futures::stream::{self, Stream, StreamExt};
use kernel::live::{News, UserAct};
use kernel::{AppError, EventId, Right};
use platform::Cx;
use platform::db::Published;
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

/// A stream ends after this long; the browser connects again, and whether it still may is asked anew.
const LIFE: Duration = Duration::from_secs(300);

type Feed = Pin<Box<dyn Stream<Item = Told> + Send>>;

/// What a stream tells, one after another.
enum Told {
    News(Arc<Published>),
    /// All that was missed came before this.
    CaughtUp,
}

/// `GET /live`.
pub async fn stream(State(site): State<Site>, request: Request) -> Response {
    let (Some(cx), Some(visitor)) =
        (request.extensions().get::<Cx>().cloned(), request.extensions().get::<Visitor>().cloned())
    else {
        return plain_error(&AppError::BadRequest);
    };
    let listens_for = asked(&request, "for");
    let who = match (visitor.signed_in().cloned(), &listens_for) {
        (Ok(who), Some(mark)) if marks::is_anothers(&cx, who.user(), mark) => return over("another"),
        (Ok(who), _) => who,
        (Err(_), Some(_)) => return over("nobody"),
        (Err(_), None) => return plain_error(&AppError::NotSignedIn),
    };
    let Some(counted) = site.streams.enter(&who) else { return plain_error(&AppError::TooMany(60)) };
    let listening = site.platform.live.subscribe();
    let connected_at = EventId::at(cx.now());
    let missed = match missed(&cx, heard_last(&request)).await {
        Ok(missed) => missed,
        Err(error) => return plain_error(&error),
    };
    // A stream outlives every silence of the database; each question it asks later is one of its own.
    let mut cx = cx;
    cx.db = cx.platform.db.clone();
    let missed = stream::iter(missed.into_iter().map(|one| Told::News(Arc::new(one))));
    let caught_up = stream::once(std::future::ready(Told::CaughtUp));
    let news: Feed = Box::pin(missed.chain(caught_up).chain(following(listening).map(Told::News)));
    // Held once for as long as the stream lives.
    let (listener, mut over) = (Arc::new((cx, who)), false);
    let me = listener.clone();
    let events = news
        // The news that ends this session is still told, and is the last.
        .take_while(move |one| {
            let go_on = !over;
            over = matches!(one, Told::News(one) if ends(one, &me.1));
            std::future::ready(go_on)
        })
        .take_until(tokio::time::sleep(LIFE))
        // What asking takes is there only while something is asked: a stream is silent nearly always.
        .filter_map(move |one| {
            let listener = listener.clone();
            let (cx, who) = (&listener.0, &listener.1);
            let Told::News(one) = one else {
                // However quiet it was, the browser says this id when it connects again, and its tabs ask from here. A browser
                // tells its scripts of an event with data only.
                let here = Event::default().event("here").id(connected_at.to_string()).data("here");
                return Either::Left(std::future::ready(Some(Ok(here))));
            };
            if one.firm != cx.firm.id || concerns_another(&one, who) {
                return Either::Left(std::future::ready(None));
            }
            // One person's streams do not take all connections while many of their news come at once.
            let patience = cx.db.patience();
            patience.is_of(&who.user().to_string());
            let asked: BoxFuture<'static, Option<Result<Event, AppError>>> =
                Box::pin(patience.over(async move {
                    let seen = may_see(&listener.0, &listener.1, &one).await;
                    seen.map(|seen| seen.then(|| as_event(&one)).flatten()).transpose()
                }));
            Either::Right(asked)
        })
        // What could not be asked is not lost: the browser connects again, and asks for what it missed.
        .scan((), |(), event| std::future::ready(event.ok()))
        .map(Ok::<_, Infallible>);
    let hello = Event::default().retry(Duration::from_secs(2));
    let hello = stream::once(async { Ok(hello) });
    let keep_alive = KeepAlive::new().interval(Duration::from_secs(15)).text("still here");
    // It ends at once when the process shall: the browser connects again, to whoever answers then.
    let stream = Box::pin(hello.chain(events).take_until(site.readiness.clone().stopped()));
    let stream = stream::unfold((stream, counted), |(mut stream, counted)| async move {
        Some((stream.next().await?, (stream, counted)))
    });
    let mut response = Sse::new(stream).keep_alive(keep_alive).into_response();
    response.headers_mut().insert("x-accel-buffering", http::HeaderValue::from_static("no"));
    response
}

/// Told to pages whose person is not, or no longer, the one who is signed in. An error would say nothing: to a script it
/// looks like a server that is away, and it would ask again and again.
fn over(whose: &'static str) -> Response {
    let said = Event::default().event("over").data(whose).retry(Duration::from_secs(60));
    Sse::new(stream::once(async move { Ok::<_, Infallible>(said) })).into_response()
}

/// Whether this news says that the visitor's session is over, or that they may do something else than when the stream
/// began, so that the browser must ask anew; news that names no session means all of theirs.
fn ends(news: &Published, who: &SignedIn) -> bool {
    let News::User { user, act, .. } = news.event.news() else { return false };
    *user == who.user()
        && match act {
            UserAct::SessionEnded(session) => session.is_none_or(|session| session == who.session()),
            UserAct::RightsChanged => true,
            _ => false,
        }
}

/// Whether this news is for somebody else alone.
fn concerns_another(news: &Published, who: &SignedIn) -> bool {
    matches!(news.event.news(), News::User { user, .. } if *user != who.user())
}

/// What the browser says it heard last; at first, when the page was made (`?after=`).
fn heard_last(request: &Request) -> Option<EventId> {
    let header = request.headers().get("last-event-id").and_then(|id| id.to_str().ok());
    header.map(str::to_owned).or_else(|| asked(request, "after")).and_then(|id| id.parse().ok())
}

fn asked(request: &Request, name: &str) -> Option<String> {
    let query = request.uri().query().unwrap_or_default();
    form_urlencoded::parse(query.as_bytes())
        .find(|(known, _)| known == name)
        .map(|(_, value)| value.into_owned())
}

async fn missed(cx: &Cx, last: Option<EventId>) -> Result<Vec<Published>, AppError> {
    let Some(last) = last else { return Ok(Vec::new()) };
    Ok(platform::events::since(&cx.platform, cx.firm.id, last).await?)
}

fn following(
    listening: tokio::sync::broadcast::Receiver<Arc<Published>>,
) -> impl Stream<Item = Arc<Published>> + Send {
    // When the stream lags or ends the browser connects again and catches up from the table.
    stream::unfold(listening, |mut listening| async move {
        let one = listening.recv().await.ok()?;
        Some((one, listening))
    })
}

/// Staff hear of the accounts they may see, everybody of what concerns themselves. Whatever names something is measured
/// by the rights of this moment, not by those the stream began with: they may have changed without news.
async fn may_see(cx: &Cx, who: &SignedIn, news: &Published) -> Result<bool, AppError> {
    if news.firm != cx.firm.id {
        return Ok(false);
    }
    match news.event.news() {
        News::Everything => return Ok(true),
        News::Lists => return Ok(who.is_staff()),
        News::User { user, .. } => return Ok(*user == who.user()),
        _ if !who.is_staff() => return Ok(false),
        _ => {}
    }
    let Some(staff) = who.staff_now(cx).await? else { return Ok(false) };
    Ok(match news.event.news() {
        News::Firm { .. } => staff.may(Right::ManageFirm),
        News::Team { .. } => staff.role().is_admin(),
        News::Account { account, .. } => {
            directory::accounts::is_in_sight(cx, &staff.sight(), *account).await?
        }
        News::Setting { setting, .. } => {
            directory::switches::is_in_sight(cx, &staff.sight(), *setting).await?
        }
        News::Everything | News::Lists | News::User { .. } => false,
    })
}

fn as_event(news: &Published) -> Option<Event> {
    let data = serde_json::to_string(&news.event).ok()?;
    Some(Event::default().id(news.id.to_string()).data(data))
}
