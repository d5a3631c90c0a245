//! What a page reads from the server: a `Resource`, compiled once.
//!
//! Leptos compiles its machinery anew for every type that a resource holds, some 12 kB of wasm each. Here the resource
//! holds a parcel, the same for all pages: the answer's JSON as it came with the page, or the answer itself when the
//! browser asked for it later. It is unpacked where it is awaited.

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
    fn pack<T: Readable>(answer: Result<T, AppError>) -> Self {
        Self { json: for_the_page(&answer), value: Some(Arc::new(answer)) }
    }

    fn open<T: Readable>(&self) -> Result<T, AppError> {
        if let Some(answer) =
            self.value.as_ref().and_then(|value| value.downcast_ref::<Result<T, AppError>>())
        {
            return answer.clone();
        }
        serde_json::from_str(&self.json).unwrap_or(Err(AppError::BadRequest))
    }
}

/// The server writes the answer into the page; a browser never sends it anywhere.
#[cfg(not(target_arch = "wasm32"))]
fn for_the_page<T: Serialize>(answer: &T) -> String {
    serde_json::to_string(answer).unwrap_or_default()
}

#[cfg(target_arch = "wasm32")]
fn for_the_page<T>(_: &T) -> String {
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
    let fetch = move |asked: S| -> Pin<Box<dyn Future<Output = Parcel> + Send>> {
        let answer = fetch(asked);
        Box::pin(async move { Parcel::pack(answer.await) })
    };
    Data { resource: Resource::new_str_blocking(source, fetch), answer: PhantomData }
}

impl<T: Readable> IntoFuture for Data<T> {
    type Output = Result<T, AppError>;
    type IntoFuture = Pin<Box<dyn Future<Output = Result<T, AppError>> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        let parcel = self.resource.into_future();
        Box::pin(async move { parcel.await.open() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_survives_the_page_and_an_error_too() {
        for answer in [Ok(vec![1, 2]), Err(AppError::NotFound)] {
            let packed = Parcel::pack(answer.clone());
            let unpacked: Parcel = packed.to_string().parse().unwrap();
            assert_eq!(unpacked.open::<Vec<i32>>(), answer);
            assert_eq!(packed.open::<Vec<i32>>(), answer);
        }
    }
}
