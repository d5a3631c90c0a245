//! The firm's logo and the style sheet with its colours, under names that say their contents and so may be kept for ever.

use super::gate::{plain, plain_error};
use axum::body::Body;
use axum::extract::{Extension, Path};
use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};
use kernel::Brand;
use platform::{Cx, firm_profile};

const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// `GET /brand/{name}`. A logo is served to the firm that has it and to nobody else.
pub async fn file(Extension(cx): Extension<Cx>, Path(name): Path<String>) -> Response {
    if let Some(brand) = Brand::of_sheet(&name) {
        return found("text/css; charset=utf-8", brand.css().into_bytes());
    }
    let missing = || plain(StatusCode::NOT_FOUND, "There is no such file.");
    // No name of ours has other characters, and PostgreSQL takes no NUL in a text.
    if !name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.') {
        return missing();
    }
    let Some(mime) = firm_profile::mime(&name) else { return missing() };
    let bytes = async {
        let mut conn = cx.db.read().await?;
        firm_profile::logo(&mut conn, cx.firm.id, &name).await
    };
    match bytes.await {
        Ok(Some(bytes)) => found(mime, bytes),
        Ok(None) => missing(),
        Err(error) => plain_error(&error.into()),
    }
}

fn found(mime: &'static str, bytes: Vec<u8>) -> Response {
    ([(header::CONTENT_TYPE, mime), (header::CACHE_CONTROL, FOR_EVER)], Body::from(bytes)).into_response()
}
