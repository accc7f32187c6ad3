//! Messages that come in a burst: the first ones are printed, the others counted, so that a person who sends
//! refused requests all day fills no disk.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// The number of messages of one code that are printed within [`BURST`].
const SHOWN: u64 = 20;
/// How long a burst is.
const BURST: Duration = Duration::from_secs(10);

/// The bursts in progress, by the code of their messages.
pub(super) struct Bursts(BTreeMap<String, Burst>);

struct Burst {
    began: Instant,
    count: u64,
}

/// Messages of a burst that is over, and that were not printed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct LeftOut {
    pub code: String,
    pub count: u64,
}

/// What becomes of a message.
pub(super) struct Next {
    /// What is to be told first.
    pub left_out: Option<LeftOut>,
    pub is_shown: bool,
}

impl Burst {
    fn left_out(&self, code: &str) -> Option<LeftOut> {
        let count = self.count.saturating_sub(SHOWN);
        (count > 0).then(|| LeftOut { code: code.to_owned(), count })
    }

    fn is_over(&self, now: Instant) -> bool {
        now.duration_since(self.began) >= BURST
    }
}

impl Bursts {
    pub const fn none() -> Self {
        Self(BTreeMap::new())
    }

    /// Counts one more message of a code.
    pub fn next(&mut self, code: &str, now: Instant) -> Next {
        if let Some(burst) = self.0.get_mut(code).filter(|burst| !burst.is_over(now)) {
            burst.count += 1;
            return Next { left_out: None, is_shown: burst.count <= SHOWN };
        }
        let before = self.0.insert(code.to_owned(), Burst { began: now, count: 1 });
        Next { left_out: before.and_then(|burst| burst.left_out(code)), is_shown: true }
    }

    /// Ends the bursts that are over. Returns what was left out of them.
    pub fn over(&mut self, now: Instant) -> Vec<LeftOut> {
        let over = self.0.extract_if(.., |_, burst| burst.is_over(now));
        over.filter_map(|(code, burst)| burst.left_out(&code)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_is_printed_in_part_and_counted_in_whole() {
        let (mut bursts, now) = (Bursts::none(), Instant::now());
        let shown = (0..9_000).filter(|_| bursts.next("host_refused", now).is_shown).count();
        assert_eq!(shown, 20);
        assert!(bursts.next("role_granted", now).is_shown, "another code is told all the same");
        assert!(bursts.over(now).is_empty());
        let left_out = LeftOut { code: "host_refused".into(), count: 8_980 };
        let later = now + BURST;
        assert_eq!(bursts.next("host_refused", later).left_out.as_ref(), Some(&left_out));
        assert!((0..30).all(|_| bursts.next("host_refused", later).left_out.is_none()));
        let left_out = LeftOut { code: "host_refused".into(), count: 11 };
        assert_eq!(bursts.over(later + BURST), [left_out]);
        assert!(bursts.over(later + BURST).is_empty());
    }
}
