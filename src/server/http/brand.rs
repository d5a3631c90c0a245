//! The firm's logo, its icon and the style sheet with its colours, under names that say their contents and so may be kept
//! for ever; and the manifest that names them to a phone.

use super::answers::{plain, plain_error};
use super::icons::Icons;
use super::site::Site;
use axum::body::Body;
use axum::extract::{Extension, Path, State};
use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};
use kernel::{AppError, Brand, Colour, Icon, paths};
use platform::pictures::{self, PictureProblem, Source};
use platform::{Cx, logos};
use serde_json::json;

const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// `GET /brand/{name}`. A logo is served to the firm that has it and to nobody else.
pub async fn file(
    State(site): State<Site>,
    Extension(cx): Extension<Cx>,
    Path(name): Path<String>,
) -> Response {
    if let Some(brand) = Brand::of_sheet(&name) {
        return found("text/css; charset=utf-8", brand.css().into_bytes());
    }
    if let Some(wanted) = Icon::of_name(&name) {
        return icon(&site.icons, cx, wanted).await;
    }
    let missing = || plain(StatusCode::NOT_FOUND, "There is no such file.");
    // No name of ours has other characters.
    if !name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.') {
        return missing();
    }
    let Some(mime) = logos::mime(&name) else { return missing() };
    let bytes = async {
        let mut conn = cx.db.read().await?;
        logos::bytes(&mut conn, cx.firm.id, &name).await
    };
    match bytes.await {
        Ok(Some(bytes)) => found(mime, bytes),
        Ok(None) => missing(),
        Err(error) => plain_error(&error.into()),
    }
}

/// Drawn when a phone asks for it, and kept. Only as the firm looks now: nobody makes us draw all colours there are.
async fn icon(icons: &Icons, cx: Cx, wanted: Icon) -> Response {
    if wanted.of != Icon::source(cx.firm.logo.as_deref(), &cx.firm.brand) {
        return plain(StatusCode::NOT_FOUND, "There is no such file.");
    }
    let name = (cx.firm.id, wanted.name());
    let icon = icons.get(name, async move { drawn(&cx, &wanted).await });
    icon.await.map_or_else(|error| plain_error(&error), |png| found("image/png", png))
}

async fn drawn(cx: &Cx, wanted: &Icon) -> Result<Vec<u8>, AppError> {
    let mark = || Source::Mark(cx.firm.brand.frame()[0]);
    let source = if Colour::parse(&wanted.of).is_some() {
        mark()
    } else {
        let mut conn = cx.db.read().await?;
        let logo = logos::bytes(&mut conn, cx.firm.id, &wanted.of).await?;
        Source::Logo(logo.ok_or(AppError::NotFound)?)
    };
    let drawn = match pictures::icon(source, wanted.side, wanted.masked).await {
        Ok(png) => Ok(png),
        Err(PictureProblem::Busy) => return Err(AppError::Busy),
        // An old logo that nobody can draw.
        Err(_) => pictures::icon(mark(), wanted.side, wanted.masked).await,
    };
    drawn.map_err(|_| AppError::Busy)
}

/// `GET /manifest.webmanifest`: the portal among the apps of a phone, under the firm's name.
pub async fn manifest(Extension(cx): Extension<Cx>) -> Response {
    let file = |side: u32, masked: bool| {
        let icon = Icon { side, masked, of: Icon::source(cx.firm.logo.as_deref(), &cx.firm.brand) };
        json!({
            "src": paths::brand(&icon.name()),
            "sizes": format!("{side}x{side}"),
            "type": "image/png",
            "purpose": if masked { "maskable" } else { "any" },
        })
    };
    let colour = cx.firm.brand.frame()[0].to_string();
    let manifest = json!({
        "id": "/",
        "name": cx.firm.name,
        "short_name": cx.firm.name,
        "lang": cx.firm.locale.tag(),
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "theme_color": colour,
        "background_color": "#f5f7fb",
        "icons": [file(192, false), file(512, false), file(192, true), file(512, true)],
    });
    // The next look at it shows another name or logo.
    let headers = [(header::CONTENT_TYPE, "application/manifest+json"), (header::CACHE_CONTROL, "no-cache")];
    (headers, manifest.to_string()).into_response()
}

fn found(mime: &'static str, bytes: impl Into<Body>) -> Response {
    ([(header::CONTENT_TYPE, mime), (header::CACHE_CONTROL, FOR_EVER)], bytes.into()).into_response()
}
