//! What a browser likes, and how much: lists with weights such as `de, en;q=0.8` (RFC 9110, 12.4.2).

use http::header::{HeaderMap, HeaderName};

/// Longer lists are nobody's browser.
const MOST: usize = 20;
/// The weight of what has none, in thousandths.
const ALL: u16 = 1000;

/// What stands in these headers, in its order, with its weight in thousandths; 0 is "not this".
pub fn weighted<'a>(
    headers: &'a HeaderMap,
    name: &HeaderName,
) -> impl Iterator<Item = (&'a str, u16)> + use<'a> {
    let lines = headers.get_all(name).iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(',')).take(MOST).map(|item| {
        let mut pieces = item.split(';').map(str::trim);
        let what = pieces.next().unwrap_or_default();
        let weight = pieces.find_map(|piece| piece.strip_prefix("q=").or_else(|| piece.strip_prefix("Q=")));
        (what, weight.map_or(ALL, thousandths))
    })
}

/// `0.8` as 800; what is no such number is not liked.
fn thousandths(weight: &str) -> u16 {
    match weight.trim().parse::<f32>() {
        // Within the range of the type by the guard.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        Ok(weight) if (0.0..=1.0).contains(&weight) => (weight * f32::from(ALL)) as u16,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::header::{ACCEPT_LANGUAGE, HeaderValue};

    #[test]
    fn weights_are_numbers_from_nothing_to_all_and_anything_else_is_nothing() {
        let lines =
            ["de-AT, en ; q=0.5", "ja;Q=0.25,fr;q=0,it;q=1.5, es;q=inf, nl;q=nan,pl;level=1;q=0.001,;q=1"];
        let headers: HeaderMap =
            lines.iter().map(|line| (ACCEPT_LANGUAGE, HeaderValue::from_static(line))).collect();
        let read: Vec<_> = weighted(&headers, &ACCEPT_LANGUAGE).collect();
        let wanted = [
            ("de-AT", 1000),
            ("en", 500),
            ("ja", 250),
            ("fr", 0),
            ("it", 0),
            ("es", 0),
            ("nl", 0),
            ("pl", 1),
            ("", 1000),
        ];
        assert_eq!(read, wanted);
        let long: HeaderMap =
            [(ACCEPT_LANGUAGE, HeaderValue::try_from("x,".repeat(9000)).unwrap())].into_iter().collect();
        assert_eq!(weighted(&long, &ACCEPT_LANGUAGE).count(), MOST);
    }
}
