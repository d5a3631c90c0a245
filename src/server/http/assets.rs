//! Files: the built client, style, fonts, icons, and the texts of each language. The binary brings the built ones along
//! (`site.rs`), so that this library is compiled while they are still being made.

use axum::body::Body;
use axum::response::Response;
use http::StatusCode;
use http::header::{self, HeaderMap, HeaderValue};
use kernel::Locale;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::fmt::Write as _;
use std::sync::OnceLock;

/// Finds a built file by its path below the site's folder.
pub type Built = fn(&str) -> Option<Cow<'static, [u8]>>;

static BUILT: OnceLock<Built> = OnceLock::new();

/// Says where built files are; the first to say so is believed. Without it there are none, as in tests.
pub fn provide(built: Built) {
    let _ = BUILT.set(built);
}

fn built(name: &str) -> Option<Cow<'static, [u8]>> {
    BUILT.get().and_then(|find| find(name))
}

/// The files and the name of this build's folder.
pub struct Assets {
    base: String,
    catalogs: [Catalog; 3],
}

/// The texts of one language, plain and compressed.
struct Catalog {
    name: String,
    plain: Vec<u8>,
    brotli: Vec<u8>,
}

impl Catalog {
    fn of(locale: Locale) -> Self {
        let plain = i18n::catalog_json(locale).into_bytes();
        let params = brotli::enc::BrotliEncoderParams { quality: 9, ..Default::default() };
        let mut compressed = Vec::new();
        if brotli::BrotliCompress(&mut plain.as_slice(), &mut compressed, &params).is_err() {
            compressed.clear();
        }
        Self { name: format!("{}.json", locale.tag()), plain, brotli: compressed }
    }
}

/// A file found.
pub struct File {
    body: Cow<'static, [u8]>,
    brotli: Option<Cow<'static, [u8]>>,
    mime: &'static str,
    immutable: bool,
}

impl Assets {
    /// Names the build after its contents, so that its files may be kept for ever.
    #[must_use]
    pub fn load() -> Self {
        let catalogs = Locale::ALL.map(Catalog::of);
        let mut digest = Sha256::new();
        for name in ["portico.js", "portico.wasm", "staff.js", "staff.wasm", "portico.css"] {
            if let Some(file) = built(&format!("pkg/{name}")) {
                digest.update(&file);
            }
        }
        for catalog in &catalogs {
            digest.update(&catalog.plain);
        }
        let mut base = "/pkg/".to_owned();
        for byte in &digest.finalize()[..6] {
            let _ = write!(base, "{byte:02x}");
        }
        Self { base, catalogs }
    }

    /// Such as `/pkg/3f2a91c0b7de`.
    #[must_use]
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The file at this path, if there is one.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<File> {
        if let Some(name) = path.strip_prefix(&self.base).and_then(|rest| rest.strip_prefix('/')) {
            return self.of_build(name);
        }
        let name = path.strip_prefix('/')?;
        // Files of the build are found under its own name only; the rest of the folder is `public/`.
        if name.starts_with("pkg/") || !name.contains('.') {
            return None;
        }
        embedded(name, false)
    }

    fn of_build(&self, name: &str) -> Option<File> {
        if let Some(catalog) = self.catalogs.iter().find(|catalog| catalog.name == name) {
            return Some(File {
                body: Cow::Owned(catalog.plain.clone()),
                brotli: (!catalog.brotli.is_empty()).then(|| Cow::Owned(catalog.brotli.clone())),
                mime: "application/json; charset=utf-8",
                immutable: true,
            });
        }
        if name.contains("..") || name.ends_with(".br") {
            return None;
        }
        embedded(&format!("pkg/{name}"), true)
    }
}

fn embedded(name: &str, immutable: bool) -> Option<File> {
    let brotli = built(&format!("{name}.br"));
    Some(File { body: built(name)?, brotli, mime: mime(name), immutable })
}

fn mime(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "woff2" => "font/woff2",
        "json" => "application/json; charset=utf-8",
        "png" => "image/png",
        "ico" => "image/x-icon",
        _ => "text/plain; charset=utf-8",
    }
}

/// Sends a file, compressed when the browser takes it.
pub fn respond(file: &File, headers: &HeaderMap) -> Response {
    let accepts = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.split(',').any(|coding| coding.trim().split(';').next() == Some("br")));
    let (body, encoding) = match &file.brotli {
        Some(brotli) if accepts => (brotli.clone(), Some("br")),
        _ => (file.body.clone(), None),
    };
    let mut response = Response::new(Body::from(body.into_owned()));
    *response.status_mut() = StatusCode::OK;
    let out = response.headers_mut();
    out.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.mime));
    out.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(encoding) = encoding {
        out.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    let caching = if file.immutable { "public, max-age=31536000, immutable" } else { "public, max-age=3600" };
    out.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    response
}
