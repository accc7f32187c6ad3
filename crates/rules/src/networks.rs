//! The networks that the operator named as everybody's own (D23): one machine, or a class room.

use std::net::IpAddr;

use ipnet::IpNet;
use serde::{Deserialize, Serialize};

/// Networks, each an address (`127.0.0.1`) or an address with the length of its prefix (`10.4.0.0/16`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<String>", into = "Vec<String>")]
pub struct Networks(Vec<IpNet>);

impl Networks {
    /// Whether one of them holds an address. An IPv4 address written as IPv6 is the IPv4 address.
    pub fn hold(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|network| network.contains(&address))
    }
}

impl Default for Networks {
    /// This machine alone.
    fn default() -> Self {
        Self(vec![
            IpNet::from(IpAddr::from([127, 0, 0, 1])),
            IpNet::from(IpAddr::from([0_u16, 0, 0, 0, 0, 0, 0, 1])),
        ])
    }
}

/// What is written is no network.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("{0:?} is no network; write an address like 127.0.0.1, or a network like 10.4.0.0/16")]
pub struct NoNetwork(String);

impl TryFrom<Vec<String>> for Networks {
    type Error = NoNetwork;

    fn try_from(written: Vec<String>) -> Result<Self, NoNetwork> {
        let parse = |text: String| {
            let alone = || text.parse::<IpAddr>().map(IpNet::from);
            text.parse().or_else(|_| alone()).map_err(|_| NoNetwork(text.clone()))
        };
        written.into_iter().map(parse).collect::<Result<_, _>>().map(Self)
    }
}

impl From<Networks> for Vec<String> {
    fn from(networks: Networks) -> Self {
        networks.0.iter().map(ToString::to_string).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn networks(written: &[&str]) -> Result<Networks, NoNetwork> {
        written.iter().map(ToString::to_string).collect::<Vec<_>>().try_into()
    }

    #[test]
    fn an_address_alone_is_a_network_of_one() {
        let named = networks(&["192.0.2.7", "10.4.0.0/16", "2001:db8::/32"]).unwrap();
        let holds = |text: &str| named.hold(text.parse().unwrap());
        assert!(
            holds("192.0.2.7") && holds("::ffff:192.0.2.7") && holds("10.4.200.1") && holds("2001:db8::1")
        );
        assert!(!holds("192.0.2.8") && !holds("10.5.0.1") && !holds("127.0.0.1"));
    }

    #[test]
    fn what_is_no_network_is_named() {
        let refused = networks(&["10.4.0.0/33"]).unwrap_err().to_string();
        assert!(refused.contains("10.4.0.0/33"), "{refused}");
        let here = Networks::default();
        assert!(here.hold("127.0.0.1".parse().unwrap()) && here.hold("::1".parse().unwrap()));
        assert!(!here.hold("127.0.0.2".parse().unwrap()));
    }
}
