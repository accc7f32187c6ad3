//! What some texts among the settings have to be.

use rocket::http::uri::Absolute;

/// The fewest characters of a token.
const SHORTEST_TOKEN: usize = 16;

/// Whether a text can be shown as a token and is too long to be guessed.
pub(super) fn is_token(text: &str) -> bool {
    text.len() >= SHORTEST_TOKEN && text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// Whether an address names a host, and nothing below it.
pub(super) fn is_base(address: &str) -> bool {
    let uri = Absolute::parse(address.trim_end_matches('/'));
    uri.is_ok_and(|uri| {
        let is_http = matches!(uri.scheme(), "http" | "https");
        is_http
            && uri.authority().is_some_and(|at| !at.host().is_empty())
            && uri.path() == ""
            && uri.query().is_none()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_long_and_fits_into_a_header() {
        assert!(is_token("0123456789abcdef") && is_token("lang/nok+til-det_her=="));
        for wrong in ["0123456789abcde", "0123456789 abcdef", "0123456789abcdeø", "0123456789abcdef\n"] {
            assert!(!is_token(wrong), "{wrong}");
        }
    }
}
