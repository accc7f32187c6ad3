//! How many connections there may be at once, and how long each may take.

use std::net::IpAddr;
use std::time::Duration;

/// Open files that are left to the rest of the program: database, mails, letters, the socket that listens.
const RESERVED: u64 = 64;

/// The fewest connections that are worth serving with.
const FEWEST: usize = 16;

/// The open-file limit that is assumed where the system does not tell.
const UNTOLD: u64 = 256;

/// What the settings ask for.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// The most connections at once.
    pub connections: usize,
    /// The time for the head of a request, from its first byte.
    pub head: Duration,
    /// The time for the body of a request, from the end of its head.
    pub body: Duration,
    /// The time that a connection without a request stays open; none: it is closed after each answer.
    pub idle: Option<Duration>,
    /// The proxy that visitors come through.
    pub proxy: Option<IpAddr>,
}

/// The limits that hold.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The most connections at once, without those whose answer takes long.
    pub connections: usize,
    /// The most of them of one address; IPv6 addresses count by their /64.
    pub per_address: usize,
    /// The most connections whose answer takes long.
    pub streams: usize,
    /// The most of them of one address.
    pub streams_per_address: usize,
    /// The time for the head of a request, from its first byte.
    pub head: Duration,
    /// The time for the body of a request, from the end of its head.
    pub body: Duration,
    /// The time that a connection without a request stays open, and an answer without a reader.
    pub idle: Duration,
    /// Whether a connection is kept for a next request.
    pub keeps: bool,
    /// The proxy that visitors come through: it is as many people as it likes.
    pub proxy: Option<IpAddr>,
}

impl Limits {
    /// What is asked for, as far as the open-file limit allows it: a fifth of all connections is for answers that
    /// take long, and no address gets more than half of either part.
    pub fn new(asked: Asked, open_files: u64) -> Self {
        let room = usize::try_from(open_files.saturating_sub(RESERVED)).unwrap_or(usize::MAX);
        let all = asked.connections.min(room).max(FEWEST);
        let streams = all / 5;
        let connections = all - streams;
        Self {
            connections,
            per_address: connections / 2,
            streams,
            streams_per_address: (streams / 2).max(1),
            head: asked.head,
            body: asked.body,
            idle: asked.idle.unwrap_or(asked.head),
            keeps: asked.idle.is_some(),
            proxy: asked.proxy.map(|proxy| proxy.to_canonical()),
        }
    }

    /// The most sockets at once: connections of both kinds, and a few that are being closed.
    pub(super) fn sockets(&self) -> usize {
        self.connections + self.streams + FEWEST
    }

    /// How often connections are looked over: so often that none is overdue by more than a quarter of its time, and
    /// at least every second.
    pub(super) fn sweep(&self) -> Duration {
        let shortest = self.head.min(self.body).min(self.idle);
        (shortest / 4).clamp(Duration::from_millis(50), Duration::from_secs(1))
    }
}

/// The number of files that this program may have open. It is raised first as far as the system lets it.
pub fn open_files() -> u64 {
    let raised = rlimit::increase_nofile_limit(u64::MAX);
    raised.or_else(|_| rlimit::Resource::NOFILE.get_soft()).unwrap_or(UNTOLD)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(connections: usize) -> Asked {
        let second = Duration::from_secs(1);
        Asked { connections, head: second, body: second * 3, idle: Some(second * 3), proxy: None }
    }

    #[test]
    fn limits_follow_the_open_files() {
        let wide = Limits::new(asked(1_000), 1_048_576);
        assert_eq!((wide.connections, wide.per_address, wide.streams), (800, 400, 200));
        let narrow = Limits::new(asked(1_000), 256);
        assert_eq!((narrow.connections, narrow.per_address, narrow.streams), (154, 77, 38));
        assert!(narrow.sockets() < 256 - 40, "the database has its own");
        assert_eq!(Limits::new(asked(1_000), 10).connections, 13);
    }

    #[test]
    fn a_connection_that_is_not_kept_still_has_time_for_its_first_request() {
        let limits = Limits::new(Asked { idle: None, ..asked(100) }, 1_024);
        assert!(!limits.keeps && limits.idle == limits.head);
    }

    #[test]
    fn it_is_looked_often_enough() {
        assert_eq!(Limits::new(asked(100), 1_024).sweep(), Duration::from_millis(250));
        let patient = Asked { head: Duration::from_secs(10), body: Duration::from_secs(30), ..asked(100) };
        let limits = Limits::new(Asked { idle: Some(Duration::from_secs(30)), ..patient }, 1_024);
        assert_eq!(limits.sweep(), Duration::from_secs(1));
    }
}
