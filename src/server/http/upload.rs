//! Forms that bring a file: `multipart/form-data`, one file of limited size and a few short fields.

use access::gate::Form;
use axum::body::Body;
use axum::extract::{FromRequest, Multipart, Request};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::request::Parts;
use kernel::AppError;

/// Largest body of such a form, in bytes: a photograph, so that the door can say in words that it is too large.
pub const UPLOAD_LIMIT: usize = 8 * 1024 * 1024;
/// What of a file is handed on, in bytes; more than any door takes.
const MOST_OF_A_FILE: usize = 1024 * 1024;
/// Most fields of such a form, files among them.
const MOST_FIELDS: usize = 20;
/// Longest value of a field that is no file, in bytes.
const LONGEST_FIELD: usize = 4096;

/// Reads the form. A file becomes a field whose value is its bytes in base64, the beginning of them if there are very many; its name and its claimed type are ignored.
///
/// # Errors
/// `BadRequest` for anything that no browser sends.
pub async fn read(parts: &Parts, body: Body) -> Result<Form, AppError> {
    let mut request = Request::new(body);
    *request.headers_mut() = parts.headers.clone();
    // With the limit that stands for this form.
    *request.extensions_mut() = parts.extensions.clone();
    let mut pieces = Multipart::from_request(request, &()).await.map_err(|_| AppError::BadRequest)?;
    let mut fields = Vec::new();
    while let Some(part) = pieces.next_field().await.map_err(|_| AppError::BadRequest)? {
        let name = text(part.name().unwrap_or_default().as_bytes().to_vec())?;
        let is_file = part.file_name().is_some();
        let bytes = part.bytes().await.map_err(|_| AppError::BadRequest)?;
        if fields.len() == MOST_FIELDS || (!is_file && bytes.len() > LONGEST_FIELD) {
            return Err(AppError::BadRequest);
        }
        let value = if is_file {
            STANDARD.encode(&bytes[..bytes.len().min(MOST_OF_A_FILE)])
        } else {
            text(bytes.to_vec())?
        };
        fields.push((name, value));
    }
    Ok(Form(fields))
}

/// No browser sends a NUL from a field, and PostgreSQL takes none in a text.
fn text(bytes: Vec<u8>) -> Result<String, AppError> {
    String::from_utf8(bytes).ok().filter(|text| !text.contains('\0')).ok_or(AppError::BadRequest)
}
