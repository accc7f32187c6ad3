//! Which world an address names, and the address within it.

use rules::words::WorldName;

use crate::web::base::WORLDS;

/// Where a request goes.
#[derive(Debug, PartialEq, Eq)]
pub enum Way<'a> {
    /// To the first world, at the address as it stands.
    First,
    /// To another world, at an address within it: path and query.
    Other { world: WorldName, within: &'a str },
    /// To no world: what stands where its name should is none, or that of the first, which lies at the root. The address
    /// within it.
    Nowhere(&'a str),
}

impl<'a> Way<'a> {
    /// The way of an address, a path with its query: `/v/klasse/ra?sprog=da` goes to `klasse`, to `/ra?sprog=da`.
    pub fn of(address: &'a str) -> Self {
        let Some(below) = address.strip_prefix(WORLDS) else { return Self::First };
        let end = below.find(['/', '?']).unwrap_or(below.len());
        let (name, within) = below.split_at(end);
        match WorldName::parse(name).ok().filter(|world| !world.is_first() && world.as_str() == name) {
            Some(world) => Self::Other { world, within },
            None => Self::Nowhere(within),
        }
    }
}

/// An address within a world as a path: that of the world alone is its front page.
pub fn rooted(within: &str) -> String {
    if within.starts_with('/') { within.to_owned() } else { format!("/{within}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_its_world_and_what_is_asked_for_in_it() {
        let klasse = || WorldName::parse("klasse-2b").unwrap();
        for (address, within) in [
            ("/v/klasse-2b/ra?side=2", "/ra?side=2"),
            ("/v/klasse-2b/", "/"),
            ("/v/klasse-2b", ""),
            ("/v/klasse-2b?x", "?x"),
            ("/v/klasse-2b/v/anden/ra", "/v/anden/ra"),
        ] {
            assert_eq!(Way::of(address), Way::Other { world: klasse(), within }, "{address}");
        }
        assert_eq!((rooted(""), rooted("?x"), rooted("/ra")), ("/".into(), "/?x".into(), "/ra".into()));
    }

    #[test]
    fn what_names_no_world_goes_nowhere_and_everything_else_to_the_first() {
        for address in ["/", "/ra", "/vers", "/v", "/regler?til=/v/klasse/"] {
            assert_eq!(Way::of(address), Way::First, "{address}");
        }
        for address in ["/v/", "/v//ra", "/v/Klasse/", "/v/../ra", "/v/%6Blasse/", "/v/first/"] {
            assert!(matches!(Way::of(address), Way::Nowhere(_)), "{address}");
        }
    }
}
