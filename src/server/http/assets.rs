//! Files: the built clients and modules, style, fonts, icons, the script of pages, and the texts of each language. The
//! binary brings the built ones along (`site.rs`), so that this library is compiled while they are still being made. None
//! is copied to be sent.

use super::coding::{self, Coding};
use app::PageAssets;
use axum::body::{Body, Bytes};
use axum::response::Response;
use http::StatusCode;
use http::header::{self, HeaderMap, HeaderValue};
use kernel::Locale;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::fmt::Write as _;
use std::sync::OnceLock;

/// A file as the build made it.
pub struct BuiltFile {
    pub data: Cow<'static, [u8]>,
    /// Of its contents; told by the build, so that nobody has to read them for it.
    pub sha256: [u8; 32],
}

/// Finds a built file by its path below the site's folder.
pub type Built = fn(&str) -> Option<BuiltFile>;

const STYLE: &str = "portico.css";

static BUILT: OnceLock<Built> = OnceLock::new();

/// Says where built files are; the first to say so is believed. Without it there are none, as in tests.
pub fn provide(built: Built) {
    let _ = BUILT.set(built);
}

fn built(name: &str) -> Option<BuiltFile> {
    BUILT.get().and_then(|find| find(name))
}

fn bytes(name: &str) -> Option<Bytes> {
    Some(match built(name)?.data {
        Cow::Borrowed(data) => Bytes::from_static(data),
        Cow::Owned(data) => Bytes::from(data),
    })
}

/// The files of this build, and where they are.
pub struct Assets {
    addresses: PageAssets,
    style: String,
    /// The texts of each language, and the script of pages.
    own: [Own; 4],
}

/// A file that this library has, packed when somebody first asks for it.
struct Own {
    name: String,
    mime: &'static str,
    plain: Bytes,
    packed: [OnceLock<Option<Bytes>>; 3],
}

impl Own {
    fn catalog(locale: Locale) -> Self {
        let (name, mime) = (format!("{}.json", locale.tag()), mime(".json"));
        Self { name, mime, plain: i18n::catalog_json(locale).into(), packed: Default::default() }
    }

    fn script() -> Self {
        let (name, mime) = ("page.js".to_owned(), mime(".js"));
        Self { name, mime, plain: app::script().into(), packed: Default::default() }
    }

    fn packed(&self, coding: Coding) -> Option<Bytes> {
        let place = match coding {
            Coding::Zstd => 0,
            Coding::Brotli => 1,
            Coding::Gzip => 2,
        };
        self.packed[place].get_or_init(|| coding.pack_well(&self.plain).map(Bytes::from)).clone()
    }
}

/// A file found.
pub struct File<'a> {
    found: Found<'a>,
    mime: &'static str,
    immutable: bool,
}

enum Found<'a> {
    Own(&'a Own),
    /// The name of a built file, and its contents.
    Built(String, Bytes),
}

/// How a built file's name goes on where it is packed.
const fn ending(coding: Coding) -> &'static str {
    match coding {
        Coding::Zstd => ".zst",
        Coding::Brotli => ".br",
        Coding::Gzip => ".gz",
    }
}

impl File<'_> {
    fn plain(&self) -> Bytes {
        match &self.found {
            Found::Own(own) => own.plain.clone(),
            Found::Built(_, plain) => plain.clone(),
        }
    }

    fn packed(&self, coding: Coding) -> Option<Bytes> {
        match &self.found {
            Found::Own(own) => own.packed(coding),
            Found::Built(name, _) => bytes(&format!("{name}{}", ending(coding))),
        }
    }
}

impl Assets {
    /// Names each file after its contents: it may be kept for ever, and a new build makes browsers load what changed in it.
    #[must_use]
    pub fn load() -> Self {
        let [en, de, ja] = Locale::ALL.map(Own::catalog);
        let own = [en, de, ja, Own::script()];
        let addresses = addresses(&own, |name| built(&format!("pkg/{name}")).map(|file| file.sha256));
        Self { style: addresses.of(STYLE), addresses, own }
    }

    /// Where pages find them.
    #[must_use]
    pub fn addresses(&self) -> &PageAssets {
        &self.addresses
    }

    /// The address of the style sheet.
    #[must_use]
    pub fn style(&self) -> &str {
        &self.style
    }

    /// The file at this path, if there is one.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<File<'_>> {
        if let Some((_, name)) = path.rsplit_once('/')
            && self.addresses.is(name, path)
        {
            return self.of_build(name);
        }
        let name = path.strip_prefix('/')?;
        // Files of the build are found under its own name only; the rest of the folder is `public/`.
        if name.starts_with("pkg/") || !name.contains('.') || is_packed(name) {
            return None;
        }
        embedded(name.to_owned(), false)
    }

    fn of_build(&self, name: &str) -> Option<File<'_>> {
        if let Some(own) = self.own.iter().find(|own| own.name == name) {
            return Some(File { found: Found::Own(own), mime: own.mime, immutable: true });
        }
        embedded(format!("pkg/{name}"), true)
    }
}

/// Names each file after its contents, the built ones by the hash that the build told.
fn addresses(own: &[Own], built: impl Fn(&str) -> Option<[u8; 32]>) -> PageAssets {
    let mut addresses = PageAssets::default();
    for client in app::clients() {
        // Both halves fit each other only.
        let halves = ["js", "wasm"].map(|half| format!("{}.{half}", client.name));
        if client.for_tests && halves.iter().any(|name| built(name).is_none()) {
            continue;
        }
        let digest = digest(halves.iter().filter_map(|name| built(name)));
        addresses.put(client.name, &digest);
        halves.iter().for_each(|name| addresses.put(name, &digest));
    }
    for name in app::modules().map(|module| format!("{module}.js")).chain([STYLE.to_owned()]) {
        addresses.put(&name, &digest(built(&name)));
    }
    for file in own {
        addresses.put(&file.name, &digest([&file.plain]));
    }
    addresses
}

/// Six bytes of a hash over all of these, as they stand in an address.
fn digest<T: AsRef<[u8]>>(parts: impl IntoIterator<Item = T>) -> String {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(part);
    }
    digest.finalize()[..6].iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Packed files are found by the name of what is in them.
fn is_packed(name: &str) -> bool {
    Coding::SMALLEST.into_iter().any(|coding| name.ends_with(ending(coding)))
}

fn embedded(name: String, immutable: bool) -> Option<File<'static>> {
    let (plain, mime) = (bytes(&name)?, mime(&name));
    Some(File { found: Found::Built(name, plain), mime, immutable })
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

/// Sends a file, packed as the browser likes it best, or only its head.
#[must_use]
pub fn respond(file: &File<'_>, headers: &HeaderMap, is_head: bool) -> Response {
    let coding = coding::wanted(headers, &Coding::SMALLEST);
    // What is packed in fewer ways, such as in none, is sent in one of them.
    let packed = coding.and_then(|first| {
        let others = Coding::SMALLEST.into_iter().filter(|it| *it != first);
        let also = others.filter(|it| coding::wanted(headers, &[*it]).is_some());
        [first].into_iter().chain(also).find_map(|coding| Some((coding, file.packed(coding)?)))
    });
    let (body, coding) = match packed {
        Some((coding, body)) => (body, Some(coding)),
        None => (file.plain(), None),
    };
    let length = body.len();
    let mut response = Response::new(if is_head { Body::empty() } else { Body::from(body) });
    *response.status_mut() = StatusCode::OK;
    let out = response.headers_mut();
    out.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.mime));
    out.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if is_head {
        out.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    }
    if let Some(coding) = coding {
        out.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding.name()));
    }
    let caching = if file.immutable { "public, max-age=31536000, immutable" } else { "public, max-age=3600" };
    out.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    response.extensions_mut().insert(coding::Ready);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_of_tests_is_there_only_where_it_was_built() {
        let tests_only = app::clients().find(|client| client.for_tests).expect("one").name;
        let with = |left_out: &str| addresses(&[], |name| (!name.starts_with(left_out)).then_some([0; 32]));
        assert!(with("nothing").has(tests_only) && with("nothing").has("staff"));
        assert!(!with(tests_only).has(tests_only));
        assert!(with("staff").has("staff"), "the product's are asked for in any case");
    }

    #[test]
    fn a_new_build_moves_only_what_changed_in_it() {
        let own = [Own::catalog(Locale::En), Own::script()];
        let all =
            ["portico.js", "portico.wasm", "staff.js", "staff.wasm", "demo.js", STYLE, "en.json", "page.js"];
        let with = |changed: &str| {
            addresses(&own, |name| {
                Some(if name == changed {
                    [0; 32]
                } else {
                    [u8::try_from(name.len()).expect("names are short"); 32]
                })
            })
        };
        let (before, after) = (with("nothing"), with("staff.wasm"));
        let moved = |after: &PageAssets| -> Vec<_> {
            all.into_iter().filter(|name| before.of(name) != after.of(name)).collect()
        };
        assert_eq!(moved(&after), ["staff.js", "staff.wasm"], "its JavaScript fits no other wasm");
        assert_eq!(moved(&with("demo.js")), ["demo.js"]);
        let folder =
            |name: &str| after.of(name).rsplit_once('/').expect("an address has folders").0.to_owned();
        assert_eq!(folder("staff.js"), folder("staff.wasm"));
        assert!(after.is("en.json", &after.of("en.json")));
        assert!(!after.is("en.json", "/pkg/000000000000/en.json"));
    }
}
