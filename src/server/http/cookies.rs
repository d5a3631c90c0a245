//! Cookies as they are written.

use access::gate::Cookie;
use http::HeaderValue;
use platform::config::Config;

/// The cookie that carries good news over a redirect.
pub const NOTICE: &str = "notice";

/// The header for a cookie: `__Host-` and `Secure` wherever people reach us by https (SEC-31).
pub fn set_cookie(config: &Config, cookie: &Cookie) -> HeaderValue {
    let (prefix, secure) = if config.is_https() { ("__Host-", "; Secure") } else { ("", "") };
    let value = cookie.value.as_deref().unwrap_or_default();
    let age = cookie.max_age.map(|s| format!("; Max-Age={s}")).unwrap_or_default();
    let line = format!("{prefix}{}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}", cookie.name);
    HeaderValue::from_str(&line).unwrap_or(HeaderValue::from_static(""))
}
