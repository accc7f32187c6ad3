//! All connections, within their limits. At a limit the connection that has been idle longest is closed for the new
//! one: a visitor who has left it open opens another one without noticing.

use std::collections::HashMap;
use std::net::IpAddr;
use std::ops::Deref;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use rules::limits::Household;
use tokio::sync::Notify;

use crate::listener::connection::Connection;
use crate::listener::limits::Limits;

/// All connections.
pub(super) struct Connections {
    limits: Limits,
    table: Mutex<Table>,
    left: Notify,
}

#[derive(Default)]
struct Table {
    open: HashMap<u64, Arc<Connection>>,
    next: u64,
}

/// What becomes of a new connection.
pub(super) enum Admission {
    Admitted(Admitted),
    /// Its address has as many as it may have, and the site is at work on all of them.
    Refused,
    /// The site is at work on all there are; it can be asked again when one has ended.
    Full,
}

/// A connection that counts for as long as this lives.
pub(super) struct Admitted {
    all: Arc<Connections>,
    nth: u64,
    connection: Arc<Connection>,
}

impl Connections {
    /// None yet.
    pub(super) fn new(limits: Limits) -> Arc<Self> {
        Arc::new(Self { limits, table: Mutex::default(), left: Notify::new() })
    }

    /// Counts a new connection in, and ends another one for it if need be.
    pub(super) fn admit(self: &Arc<Self>, address: IpAddr, now: Instant) -> Admission {
        let address = address.to_canonical();
        let household = (self.limits.proxy != Some(address)).then(|| Household::of(address));
        let mut table = self.table();
        if table.open.len() >= self.limits.sockets() {
            return Admission::Full;
        }
        // With so few none of the limits is reached, and nobody has to be counted.
        if table.open.len() >= self.limits.per_address {
            let own = household.as_ref().map(|own| table.ordinary(Some(own), now));
            if let Some(own) = own.filter(|own| own.len() >= self.limits.per_address) {
                if !end_longest_waiting(&own, now) {
                    return Admission::Refused;
                }
            } else {
                let all = table.ordinary(None, now);
                if all.len() >= self.limits.connections && !end_longest_waiting(&all, now) {
                    return Admission::Full;
                }
            }
        }
        let connection = Arc::new(Connection::new(household, now));
        let nth = table.next;
        table.next += 1;
        table.open.insert(nth, Arc::clone(&connection));
        Admission::Admitted(Admitted { all: Arc::clone(self), nth, connection })
    }

    /// Ends what is overdue, and what is too many of the streams.
    pub(super) fn sweep(&self, now: Instant) {
        let table = self.table();
        let mut streams = Vec::new();
        for connection in table.open.values().filter(|connection| !connection.is_ended()) {
            let state = connection.state();
            if state.is_overdue(now, &self.limits) {
                connection.end();
            } else if state.is_stream(now) {
                streams.push(connection);
            }
        }
        // The heaviest last, so that it is the first to go.
        streams.sort_by_cached_key(|stream| stream.state().burden(now));
        while let Some(heaviest) = streams.pop() {
            let of_its_own = streams.iter().filter(|other| other.household == heaviest.household).count() + 1;
            let is_too_many_of_its_own =
                heaviest.household.is_some() && of_its_own > self.limits.streams_per_address;
            if is_too_many_of_its_own || streams.len() >= self.limits.streams {
                heaviest.end();
            }
        }
    }

    /// Ends the connections on which no request is being read or answered.
    pub(super) fn end_idle(&self) {
        let table = self.table();
        table.open.values().filter(|one| one.state().is_before_a_request()).for_each(|one| one.end());
    }

    /// Ends all of them.
    pub(super) fn end_all(&self) {
        self.table().open.values().for_each(|one| one.end());
    }

    /// Waits until one has gone.
    pub(super) async fn one_has_left(&self) {
        self.left.notified().await;
    }

    fn table(&self) -> MutexGuard<'_, Table> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Table {
    /// The connections that count as ordinary ones, of one household or of all: no streams, and none that is being
    /// closed.
    fn ordinary(&self, of: Option<&Household>, now: Instant) -> Vec<Arc<Connection>> {
        let counts = |one: &&Arc<Connection>| {
            (of.is_none() || one.household.as_ref() == of) && !one.is_ended() && !one.state().is_stream(now)
        };
        self.open.values().filter(counts).cloned().collect()
    }
}

/// Ends the connection that the other side has kept waiting longest; false if the site is at work on all of them.
fn end_longest_waiting(among: &[Arc<Connection>], now: Instant) -> bool {
    let waiting = among.iter().filter_map(|one| one.state().waiting(now).map(|waiting| (waiting, one)));
    let longest = waiting.max_by_key(|(waiting, _)| *waiting);
    longest.map(|(_, one)| one.end()).is_some()
}

impl Admitted {
    /// The connection, for those who work on it.
    pub(super) fn connection(&self) -> Arc<Connection> {
        Arc::clone(&self.connection)
    }
}

impl Deref for Admitted {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        &self.connection
    }
}

impl Drop for Admitted {
    fn drop(&mut self) {
        self.all.table().open.remove(&self.nth);
        self.all.left.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::listener::limits::Asked;

    /// Thirteen connections, six of one address; three streams, one of one address.
    fn connections(proxy: Option<IpAddr>) -> Arc<Connections> {
        let second = Duration::from_secs(1);
        let asked = Asked { connections: 16, head: second, body: second, idle: Some(second), proxy };
        Connections::new(Limits::new(asked, 1_024))
    }

    fn address(nth: u8) -> IpAddr {
        [192, 0, 2, nth].into()
    }

    #[track_caller]
    fn admitted(all: &Arc<Connections>, nth: u8, now: Instant) -> Admitted {
        match all.admit(address(nth), now) {
            Admission::Admitted(admitted) => admitted,
            Admission::Refused => panic!("refused"),
            Admission::Full => panic!("full"),
        }
    }

    #[test]
    fn at_its_own_limit_an_address_loses_its_longest_idle_connection_and_no_other_does() {
        let (all, now) = (connections(None), Instant::now());
        let other = admitted(&all, 2, now);
        let own: Vec<_> = (1..=6).map(|nth| admitted(&all, 1, now + Duration::from_millis(nth))).collect();
        let seventh = admitted(&all, 1, now + Duration::from_millis(9));
        let ended: Vec<_> = own.iter().map(|one| one.is_ended()).collect();
        assert_eq!(ended, [true, false, false, false, false, false]);
        assert!(!other.is_ended() && !seventh.is_ended());
    }

    #[test]
    fn at_the_limit_of_all_the_longest_idle_goes_and_one_at_work_stays() {
        let (all, now) = (connections(None), Instant::now());
        let mut open: Vec<_> =
            (0..13).map(|nth| admitted(&all, nth, now + Duration::from_millis(nth.into()))).collect();
        open[0].note(|state, now| state.asked(false, now));
        let newest = admitted(&all, 20, now + Duration::from_millis(20));
        assert!(!open[0].is_ended() && open[1].is_ended() && !open[2].is_ended());
        for one in &open {
            one.note(|state, now| state.asked(false, now));
        }
        newest.note(|state, now| state.asked(false, now));
        assert!(matches!(all.admit(address(21), now), Admission::Full));
        open.remove(5);
        assert!(matches!(all.admit(address(21), now), Admission::Admitted(_)));
    }

    #[test]
    fn an_address_with_too_many_at_work_is_refused_and_a_proxy_is_not_one_address() {
        let now = Instant::now();
        for (proxy, is_refused) in [(None, true), (Some(address(1)), false)] {
            let all = connections(proxy);
            let open: Vec<_> = (0..6).map(|_| admitted(&all, 1, now)).collect();
            for one in &open {
                one.note(|state, now| state.asked(false, now));
            }
            assert_eq!(matches!(all.admit(address(1), now), Admission::Refused), is_refused);
        }
    }

    #[test]
    fn streams_count_apart_and_the_slowest_of_too_many_goes() {
        let (all, start) = (connections(None), Instant::now());
        let open: Vec<_> = (1..=4).map(|nth| admitted(&all, nth, start)).collect();
        for one in &open {
            one.note(|state, _| state.answered(start));
        }
        open[2].note(|state, _| state.wrote(false, start + Duration::from_millis(10_900)));
        let now = start + Duration::from_secs(11);
        let ordinary: Vec<_> = (5..=17).map(|nth| admitted(&all, nth, now)).collect();
        all.sweep(now);
        let ended: Vec<_> = open.iter().map(|one| one.is_ended()).collect();
        assert_eq!(ended, [false, false, true, false]);
        assert!(ordinary.iter().all(|one| !one.is_ended()));
        let second = admitted(&all, 1, now);
        second.note(|state, _| state.answered(now));
        all.sweep(now + Duration::from_secs(11));
        assert!(open[0].is_ended() != second.is_ended(), "one address has one stream here");
    }

    #[test]
    fn no_more_sockets_than_agreed_even_while_they_are_being_closed() {
        let (all, now) = (connections(None), Instant::now());
        let mut open = Vec::new();
        for nth in 0..=255 {
            match all.admit(address(nth), now) {
                Admission::Admitted(admitted) => open.push(admitted),
                Admission::Full => break,
                Admission::Refused => panic!("refused"),
            }
        }
        assert_eq!(open.len(), 32);
        open.clear();
        assert!(matches!(all.admit(address(1), now), Admission::Admitted(_)));
    }
}
