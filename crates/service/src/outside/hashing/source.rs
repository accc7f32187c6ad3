//! Sources of requests: the unit by which costly work is shared out fairly.

use std::net::IpAddr;

use rules::limits::Household;

/// The source that a hash is made for. Sources take turns, so that one with a thousand requests delays only
/// itself.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Source(String);

impl Source {
    /// A client by its address.
    pub fn address(address: IpAddr) -> Self {
        Self(Household::of(address).to_string())
    }

    /// The program itself, as when it seeds a world.
    pub fn internal() -> Self {
        Self("house".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_household_is_one_source() {
        let source = |text: &str| Source::address(text.parse().unwrap());
        assert_eq!(source("2001:db8:1:2::7"), source("2001:db8:1:2:ffff::"));
        assert_ne!(source("2001:db8:1:2::7"), source("2001:db8:1:3::7"));
        assert_eq!(source("::ffff:192.0.2.7"), source("192.0.2.7"));
        assert_ne!(source("192.0.2.7"), source("192.0.2.8"));
    }
}
