//! Plain forms as bytes: what can be decoded and what cannot, and a form as it came.

use super::asked::text;
use super::declared::UPLOADS;
use super::limits::BODY_LIMIT;
use access::gate::Form;
use access::unsent::{has_secrets, worth_keeping};
use axum::body::{Body, Bytes};
use http::request::Parts;
use http::{HeaderMap, Method, header};
use kernel::AppError;

/// Most fields a form may have.
const MOST_FIELDS: usize = 200;

/// A plain form as it came.
#[derive(Clone)]
pub struct Typed {
    /// Path and query that it was sent to.
    pub action: String,
    body: Bytes,
}

impl Typed {
    /// The form of this request, if it is a plain one without a file.
    pub fn of(parts: &Parts, body: &Bytes) -> Option<Self> {
        let path = parts.uri.path();
        let is_form = parts.method == Method::POST
            && !path.starts_with("/api/")
            && !UPLOADS.contains(&path)
            && is_url_encoded(&parts.headers);
        let action = parts.uri.path_and_query()?.as_str().to_owned();
        is_form.then(|| Self { action, body: body.clone() })
    }

    /// Its fields; none where they cannot be read.
    pub fn form(&self) -> Form {
        parse_form(&self.body).unwrap_or_default()
    }

    /// All of it, where that can be sent once more as it is: there is something, and no password in it.
    pub fn to_send_again(&self) -> Option<Vec<(String, String)>> {
        let Form(fields) = self.form();
        worth_keeping(&fields).filter(|_| !has_secrets(&fields))
    }
}

/// A form must be URL-encoded UTF-8 with a sane number of fields; anything else is nobody's browser.
pub async fn read_form(headers: &HeaderMap, body: Body) -> Result<Form, AppError> {
    if !is_url_encoded(headers) {
        return Err(AppError::BadRequest);
    }
    let bytes = axum::body::to_bytes(body, BODY_LIMIT).await.map_err(|_| AppError::BadRequest)?;
    parse_form(&bytes)
}

/// The fields of such a body.
pub fn parse_form(bytes: &[u8]) -> Result<Form, AppError> {
    let mut fields = Vec::new();
    for pair in bytes.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()) {
        if fields.len() == MOST_FIELDS {
            return Err(AppError::BadRequest);
        }
        let mut halves = pair.splitn(2, |byte| *byte == b'=');
        let name = decode(halves.next().unwrap_or_default())?;
        let value = decode(halves.next().unwrap_or_default())?;
        fields.push((name, value));
    }
    Ok(Form(fields))
}

/// Whether the body says that it is an ordinary form.
pub fn is_url_encoded(headers: &HeaderMap) -> bool {
    let kind = text(headers, &header::CONTENT_TYPE).unwrap_or_default();
    let essence = kind.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

/// Whether all of this can be decoded.
pub fn is_sound(bytes: &[u8]) -> bool {
    bytes.split(|byte| matches!(byte, b'&' | b'=')).all(|piece| decode(piece).is_ok())
}

/// Nobody's browser sends a NUL, and PostgreSQL takes none in a text.
fn decode(piece: &[u8]) -> Result<String, AppError> {
    let mut out = Vec::with_capacity(piece.len());
    let mut rest = piece;
    while let Some((&byte, tail)) = rest.split_first() {
        rest = tail;
        match byte {
            b'+' => out.push(b' '),
            b'%' => {
                let digit =
                    |b: Option<&u8>| b.and_then(|b| char::from(*b).to_digit(16)).ok_or(AppError::BadRequest);
                let (high, low) = (digit(rest.first())?, digit(rest.get(1))?);
                out.push(u8::try_from(high * 16 + low).map_err(|_| AppError::BadRequest)?);
                rest = &rest[2..];
            }
            other => out.push(other),
        }
    }
    String::from_utf8(out).ok().filter(|text| !text.contains('\0')).ok_or(AppError::BadRequest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_encodings_are_refused_not_guessed() {
        assert_eq!(decode(b"a+b%20c").unwrap(), "a b c");
        for broken in [&b"%"[..], b"%4", b"%zz", b"%ff", b"%c3%28", b"\xff", b"a%00", b"\0"] {
            assert!(decode(broken).is_err(), "{broken:?}");
        }
        for (body, sound) in
            [(&b"a=b&c=%20"[..], true), (b"a=%00", false), (b"a\0=b", false), (b"a=%ff", false)]
        {
            assert_eq!(is_sound(body), sound, "{body:?}");
        }
    }
}
