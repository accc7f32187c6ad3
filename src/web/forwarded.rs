//! The visitor's address as a proxy hands it on, in every spelling that proxies write.

use std::net::IpAddr;

use rocket::http::HeaderMap;

/// An address in the one form in which it is compared, counted and shown: an IPv4 address written as IPv6 is the IPv4
/// address.
pub fn canonical(address: IpAddr) -> IpAddr {
    address.to_canonical()
}

/// The address that a proxy named last: in `X-Forwarded-For`, or in `Forwarded` (RFC 7239) where there is no such header.
/// Each proxy adds at the end the address that it saw, so that the last one was written by the one that we trust. `None`
/// if it names nobody, as in `for=unknown`.
pub fn named_last(headers: &HeaderMap<'_>) -> Option<IpAddr> {
    if let Some(list) = headers.get("X-Forwarded-For").last() {
        return address(list.rsplit(',').next()?);
    }
    let list = headers.get("Forwarded").last()?;
    let parameters = parts(parts(list, ',').last()?, ';');
    let mut named = parameters.into_iter().filter_map(|parameter| parameter.split_once('='));
    let (_, node) = named.rfind(|(name, _)| name.trim().eq_ignore_ascii_case("for"))?;
    address(node)
}

/// The parts of a header between marks that do not stand in quotes.
fn parts(text: &str, mark: char) -> Vec<&str> {
    let mut is_quoted = false;
    text.split(|character| {
        is_quoted ^= character == '"';
        character == mark && !is_quoted
    })
    .collect()
}

/// An address with or without port, brackets, quotes and the zone of an interface.
fn address(written: &str) -> Option<IpAddr> {
    let written = written.trim();
    let unquoted =
        written.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(written).trim();
    let alone = match unquoted.strip_prefix('[') {
        Some(rest) => rest.split_once(']').filter(|(_, port)| port.is_empty() || is_port(port))?.0,
        None => match unquoted.rsplit_once(':') {
            // With one colon alone it is a port; with more it is an IPv6 address.
            Some((address, _)) if !address.contains(':') => {
                is_port(&unquoted[address.len()..]).then_some(address)?
            }
            _ => unquoted,
        },
    };
    let without_zone = alone.split_once('%').map_or(alone, |(address, _)| address);
    without_zone.parse().ok().map(canonical)
}

/// Whether a text is a colon with a port behind it, as a number or hidden (`_x7`, RFC 7239).
fn is_port(text: &str) -> bool {
    let port = text.strip_prefix(':').unwrap_or_default();
    let is_hidden = port.len() > 1 && port.starts_with('_');
    is_hidden || port.parse::<u16>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(header: &'static str, written: &str) -> Option<String> {
        let mut headers = HeaderMap::new();
        headers.add_raw(header, written.to_owned());
        named_last(&headers).map(|address| address.to_string())
    }

    #[test]
    fn one_address_is_read_in_every_spelling() {
        for written in [
            "203.0.113.9",
            "203.0.113.9:51234",
            "::ffff:203.0.113.9",
            "[::ffff:203.0.113.9]:51234",
            "[::FFFF:CB00:7109]",
            " \"203.0.113.9:51234\" ",
            "198.51.100.7, 203.0.113.9",
            "unknown,203.0.113.9:51234",
        ] {
            assert_eq!(named("X-Forwarded-For", written).as_deref(), Some("203.0.113.9"), "{written}");
        }
        for written in [
            "2001:db8::9",
            "2001:DB8:0:0::9",
            "[2001:db8::9]",
            "[2001:db8::9]:51234",
            "\"[2001:db8::9]:51234\"",
            "2001:db8::9%eth0",
            "[2001:db8::9%25eth0]:51234",
        ] {
            assert_eq!(named("X-Forwarded-For", written).as_deref(), Some("2001:db8::9"), "{written}");
        }
    }

    #[test]
    fn the_standard_header_names_one_too() {
        for written in [
            "for=203.0.113.9",
            "For=\"203.0.113.9:51234\"",
            "proto=https;FOR=203.0.113.9;by=192.0.2.1",
            "for=198.51.100.7, for=\"203.0.113.9:_x7\"; host=\"a,b;for=1.2.3.4\"",
            "for=\"[::ffff:203.0.113.9]:51234\"",
        ] {
            assert_eq!(named("Forwarded", written).as_deref(), Some("203.0.113.9"), "{written}");
        }
        assert_eq!(named("Forwarded", "for=\"[2001:db8::9]:51234\"").as_deref(), Some("2001:db8::9"));
    }

    #[test]
    fn what_names_nobody_is_nobody() {
        for written in [
            "",
            "nonsense",
            "203.0.113.9:",
            "203.0.113.9:x",
            "203.0.113",
            "[2001:db8::9",
            "[203.0.113.9]x",
            "203.0.113.9,",
        ] {
            assert_eq!(named("X-Forwarded-For", written), None, "{written}");
        }
        for written in ["", "for=unknown", "for=_hidden", "by=203.0.113.9", "for=203.0.113.9, by=192.0.2.1"] {
            assert_eq!(named("Forwarded", written), None, "{written}");
        }
    }

    #[test]
    fn the_header_that_proxies_write_most_is_the_one_that_counts() {
        let mut headers = HeaderMap::new();
        headers.add_raw("Forwarded", "for=198.51.100.7");
        headers.add_raw("X-Forwarded-For", "192.0.2.1");
        headers.add_raw("X-Forwarded-For", "192.0.2.2, 203.0.113.9");
        assert_eq!(named_last(&headers), "203.0.113.9".parse().ok());
    }
}
