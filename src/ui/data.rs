//! What a page reads from the server: a `Resource`, compiled once.
//!
//! Leptos compiles its machinery anew for every type that a resource holds, some 12 kB of wasm each. Here the resource
//! holds a parcel, the same for all pages: the answer's JSON as it came with the page, or the answer itself when the
//! browser asked for it later. It is unpacked where it is awaited. For the same reason what a page asks for is known to the
//! resource as a value that can be compared, and to nobody else.

use kernel::AppError;
use leptos::prelude::*;
use leptos::server::codee::string::FromToStringCodec;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::any::Any;
use std::convert::Infallible;
use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::str::FromStr;
use std::sync::Arc;
use std::task::{Context, Poll};

/// What may be read: it crosses the wire and is cloned out of the parcel.
pub trait Readable: Serialize + DeserializeOwned + Clone + Send + Sync + 'static {}
impl<T: Serialize + DeserializeOwned + Clone + Send + Sync + 'static> Readable for T {}

/// An answer whose type is known only to whoever asked.
#[derive(Clone)]
struct Parcel {
    json: String,
    value: Option<Arc<dyn Any + Send + Sync>>,
}

impl Parcel {
    fn pack<T: Readable>(answer: Result<T, AppError>, outline: Option<fn(&T) -> T>) -> Self {
        Self { json: for_the_page(&answer, outline), value: Some(Arc::new(answer)) }
    }

    fn open<T: Readable>(&self) -> Result<T, AppError> {
        if let Some(answer) =
            self.value.as_ref().and_then(|value| value.downcast_ref::<Result<T, AppError>>())
        {
            return answer.clone();
        }
        match in_the_page(&self.json) {
            Some(Ok(answer)) => serde_json::from_slice(answer).map_err(|_| AppError::Unreadable),
            Some(Err(error)) => Err(serde_json::from_slice(error).unwrap_or(AppError::Unreadable)),
            None => Err(AppError::Unreadable),
        }
    }
}

/// The JSON of what the page holds, or of why it does not. Of a `Result<T, AppError>` as a whole a client would have a parser
/// for every `T`, beside the one for the answers that come later.
fn in_the_page(json: &str) -> Option<Result<&[u8], &[u8]>> {
    let within = json.strip_suffix('}')?;
    let (is_ok, value) = match within.strip_prefix(r#"{"Ok":"#) {
        Some(value) => (true, value),
        None => (false, within.strip_prefix(r#"{"Err":"#)?),
    };
    Some(if is_ok { Ok(value.as_bytes()) } else { Err(value.as_bytes()) })
}

/// The server writes the answer into the page; a browser never sends it anywhere.
#[cfg(not(target_arch = "wasm32"))]
fn for_the_page<T: Serialize>(answer: &Result<T, AppError>, outline: Option<fn(&T) -> T>) -> String {
    let json = match (answer, outline) {
        (Ok(whole), Some(outline)) => serde_json::to_string(&Ok::<T, AppError>(outline(whole))),
        _ => serde_json::to_string(answer),
    };
    json.unwrap_or_default()
}

#[cfg(target_arch = "wasm32")]
fn for_the_page<T>(_: &Result<T, AppError>, _: Option<fn(&T) -> T>) -> String {
    String::new()
}

impl fmt::Display for Parcel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.json)
    }
}

impl FromStr for Parcel {
    type Err = Infallible;

    fn from_str(json: &str) -> Result<Self, Infallible> {
        Ok(Self { json: json.to_owned(), value: None })
    }
}

/// An answer of the server that a page waits for: `let card = data(id, read_contact);` and then, inside `Suspend`,
/// `card.await`.
pub struct Data<T> {
    resource: Resource<Parcel, FromToStringCodec>,
    answer: PhantomData<fn() -> T>,
}

impl<T> Clone for Data<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Data<T> {}

impl<T> Data<T> {
    /// Asks the server again.
    pub fn refetch(self) {
        self.resource.refetch();
    }
}

/// Asks the server with `fetch` for whatever `source` says, again whenever that changes. The page is not sent before
/// the answer is there.
pub fn data<S, T, Fut>(
    source: impl Fn() -> S + Send + Sync + 'static,
    fetch: impl Fn(S) -> Fut + Send + Sync + 'static,
) -> Data<T>
where
    S: PartialEq + Clone + Send + Sync + 'static,
    T: Readable,
    Fut: Future<Output = Result<T, AppError>> + Send + 'static,
{
    read(source, fetch, None)
}

/// As [`data`], for a long list: its words stand in the page, and only this outline of the answer goes along with it. That
/// is enough to wake the page up, for a page that comes from the server is taken as it is; it is not enough to draw a row.
/// So the rows must stand within a closure, which draws them anew as a whole when the browser has asked for others.
pub fn outlined<S, T, Fut>(
    source: impl Fn() -> S + Send + Sync + 'static,
    fetch: impl Fn(S) -> Fut + Send + Sync + 'static,
    outline: fn(&T) -> T,
) -> Data<T>
where
    S: PartialEq + Clone + Send + Sync + 'static,
    T: Readable,
    Fut: Future<Output = Result<T, AppError>> + Send + 'static,
{
    read(source, fetch, Some(outline))
}

fn read<S, T, Fut>(
    source: impl Fn() -> S + Send + Sync + 'static,
    fetch: impl Fn(S) -> Fut + Send + Sync + 'static,
    outline: Option<fn(&T) -> T>,
) -> Data<T>
where
    S: PartialEq + Clone + Send + Sync + 'static,
    T: Readable,
    Fut: Future<Output = Result<T, AppError>> + Send + 'static,
{
    let source = move || Asked(Arc::new(source()));
    let fetch = move |asked: Asked| -> Coming {
        let Some(asked) = asked.0.as_any().downcast_ref::<S>().cloned() else { return Box::pin(nothing()) };
        let answer = fetch(asked);
        Box::pin(async move { Parcel::pack(answer.await, outline) })
    };
    Data { resource: resource(Arc::new(source), Arc::new(fetch)), answer: PhantomData }
}

type Coming = Pin<Box<dyn Future<Output = Parcel> + Send>>;

/// The one place where a resource is made: nothing in it depends on what a page asks for or is answered.
fn resource(
    source: Arc<dyn Fn() -> Asked + Send + Sync>,
    fetch: Arc<dyn Fn(Asked) -> Coming + Send + Sync>,
) -> Resource<Parcel, FromToStringCodec> {
    Resource::new_str_blocking(move || source(), move |asked| fetch(asked))
}

async fn nothing() -> Parcel {
    Parcel { json: String::new(), value: None }
}

/// What a page asked for; asked for anew when it differs.
#[derive(Clone)]
struct Asked(Arc<dyn Comparable>);

trait Comparable: Send + Sync {
    fn as_any(&self) -> &dyn Any;
    fn is(&self, other: &dyn Any) -> bool;
}

impl<S: PartialEq + Send + Sync + 'static> Comparable for S {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn is(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<S>().is_some_and(|other| self == other)
    }
}

impl PartialEq for Asked {
    fn eq(&self, other: &Self) -> bool {
        (*self.0).is((*other.0).as_any())
    }
}

impl<T: Readable> IntoFuture for Data<T> {
    type Output = Result<T, AppError>;
    type IntoFuture = Opened<T>;

    fn into_future(self) -> Opened<T> {
        Opened { parcel: arrival(self.resource), answer: PhantomData }
    }
}

fn arrival(resource: Resource<Parcel, FromToStringCodec>) -> Coming {
    Box::pin(async move { resource.await })
}

/// The answer, unpacked when its parcel is there.
pub struct Opened<T> {
    parcel: Coming,
    answer: PhantomData<fn() -> T>,
}

impl<T: Readable> Future for Opened<T> {
    type Output = Result<T, AppError>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        self.parcel.as_mut().poll(cx).map(|parcel| parcel.open())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_survives_the_page_and_an_error_too() {
        let invalid = AppError::field("email", "Who is “{x}”?".to_owned());
        let refused = AppError::refused("}\"{".to_owned());
        for answer in [Ok(vec![1, 2]), Ok(vec![]), Err(AppError::NotFound), Err(invalid), Err(refused)] {
            let packed = Parcel::pack(answer.clone(), None);
            let unpacked: Parcel = packed.to_string().parse().unwrap();
            assert_eq!(unpacked.open::<Vec<i32>>(), answer);
            assert_eq!(packed.open::<Vec<i32>>(), answer);
        }
    }

    #[test]
    fn what_is_no_answer_of_ours_is_called_unreadable() {
        for json in ["", "<html>502 Bad Gateway</html>", "{\"Ok\":\"a word\"}"] {
            let parcel: Parcel = json.parse().unwrap();
            assert_eq!(parcel.open::<Vec<i32>>(), Err(AppError::Unreadable), "{json}");
        }
    }

    #[test]
    fn only_the_outline_of_a_list_goes_along_and_an_error_as_it_is() {
        let outline: fn(&Vec<String>) -> Vec<String> = |whole| vec![String::new(); whole.len()];
        let answer = Ok(vec!["Anna".to_owned(), "Jo".to_owned()]);
        let packed = Parcel::pack(answer.clone(), Some(outline));
        assert_eq!(packed.open::<Vec<String>>(), answer, "the server draws the whole");
        let unpacked: Parcel = packed.to_string().parse().unwrap();
        assert_eq!(unpacked.open::<Vec<String>>(), Ok(vec![String::new(); 2]));
        let packed = Parcel::pack(Err(AppError::NotFound), Some(outline));
        assert_eq!(
            packed.to_string().parse::<Parcel>().unwrap().open::<Vec<String>>(),
            Err(AppError::NotFound)
        );
    }
}
