//! What one connection waits for, and since when. It is told what happens on the wire, and tells whether it has waited
//! too long and who it waits for.

use std::time::{Duration, Instant};

use crate::listener::limits::Limits;

/// The time after which an answer that is still being sent counts as a stream.
const LASTING: Duration = Duration::from_secs(10);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// No byte of a next request has come.
    Idle,
    /// The head of a request is coming.
    Head,
    /// Its body is coming.
    Body,
    /// The site is at work.
    Answering,
    /// The answer is being sent.
    Sending,
}

/// What one connection waits for.
#[derive(Clone, Copy, Debug)]
pub(super) struct State {
    phase: Phase,
    /// When this phase began.
    since: Instant,
    /// Since when the peer has taken nothing of what is to be sent.
    stalled: Option<Instant>,
    /// Bytes of a next request came before the answer was sent.
    is_ahead: bool,
    /// The whole answer has been handed over for sending.
    is_handed_over: bool,
}

/// How long the other side has kept a connection waiting; the greatest is closed first. Idle ones lose nothing, so
/// they come before all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Waiting {
    is_idle: bool,
    time: Duration,
}

impl State {
    /// A connection that has just been accepted.
    pub(super) fn accepted(now: Instant) -> Self {
        Self { phase: Phase::Idle, since: now, stalled: None, is_ahead: false, is_handed_over: false }
    }

    /// Something was read.
    pub(super) fn read(&mut self, now: Instant) {
        match self.phase {
            Phase::Idle => self.enter(Phase::Head, now),
            Phase::Answering | Phase::Sending => self.is_ahead = true,
            Phase::Head | Phase::Body => {}
        }
    }

    /// The head of a request is whole.
    pub(super) fn asked(&mut self, has_body: bool, now: Instant) {
        self.is_ahead = false;
        self.enter(if has_body { Phase::Body } else { Phase::Answering }, now);
    }

    /// Its body is whole, too.
    pub(super) fn told(&mut self, now: Instant) {
        self.enter(Phase::Answering, now);
    }

    /// The head of the answer is there.
    pub(super) fn answered(&mut self, now: Instant) {
        self.is_handed_over = false;
        self.enter(Phase::Sending, now);
    }

    /// The whole answer has been handed over for sending.
    pub(super) fn handed_over(&mut self) {
        self.is_handed_over = true;
    }

    /// The peer took something, or nothing.
    pub(super) fn wrote(&mut self, something: bool, now: Instant) {
        self.stalled = if something { None } else { Some(self.stalled.unwrap_or(now)) };
    }

    /// All that was handed over has been sent.
    pub(super) fn flushed(&mut self, now: Instant) {
        if self.phase == Phase::Sending && self.is_handed_over {
            self.enter(if self.is_ahead { Phase::Head } else { Phase::Idle }, now);
            self.is_ahead = false;
        }
    }

    /// Whether the other side has taken longer than it may. The time of a body is kept by the one who reads it and
    /// can answer (`request::body`); twice that time, it is closed here all the same.
    pub(super) fn is_overdue(&self, now: Instant, limits: &Limits) -> bool {
        let waited = now.duration_since(self.since);
        match self.phase {
            Phase::Idle => waited > limits.idle,
            Phase::Head => waited > limits.head,
            Phase::Body => waited > limits.body * 2,
            Phase::Answering => false,
            Phase::Sending => self.stalled_for(now).is_some_and(|time| time > limits.idle),
        }
    }

    /// Whether no request has begun, or only its head.
    pub(super) fn is_before_a_request(&self) -> bool {
        matches!(self.phase, Phase::Idle | Phase::Head)
    }

    /// Whether it counts as a stream: an answer that has been sent for long.
    pub(super) fn is_stream(&self, now: Instant) -> bool {
        self.phase == Phase::Sending && now.duration_since(self.since) > LASTING
    }

    /// How long the other side has kept it waiting; none while the site is at work.
    pub(super) fn waiting(&self, now: Instant) -> Option<Waiting> {
        let time = match self.phase {
            Phase::Answering => return None,
            Phase::Sending => self.stalled_for(now)?,
            Phase::Idle | Phase::Head | Phase::Body => now.duration_since(self.since),
        };
        Some(Waiting { is_idle: self.phase == Phase::Idle, time })
    }

    /// Of two streams the one that is closed first is greater: the one that has been stalled longest, then the one
    /// that has been sent longest.
    pub(super) fn burden(&self, now: Instant) -> impl Ord + use<> {
        (self.stalled_for(now).unwrap_or_default(), now.duration_since(self.since))
    }

    fn stalled_for(&self, now: Instant) -> Option<Duration> {
        self.stalled.map(|since| now.duration_since(since))
    }

    fn enter(&mut self, phase: Phase, now: Instant) {
        self.phase = phase;
        self.since = now;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::listener::limits::Asked;

    fn limits() -> Limits {
        let asked = Asked {
            connections: 100,
            head: Duration::from_secs(10),
            body: Duration::from_secs(30),
            idle: Some(Duration::from_secs(30)),
            proxy: None,
        };
        Limits::new(asked, 1_024)
    }

    /// An instant so many seconds after another.
    fn after(start: Instant, seconds: u64) -> Instant {
        start + Duration::from_secs(seconds)
    }

    #[test]
    fn each_part_of_a_request_has_its_time() {
        let (start, limits) = (Instant::now(), limits());
        let mut state = State::accepted(start);
        assert!(!state.is_overdue(after(start, 30), &limits) && state.is_overdue(after(start, 31), &limits));
        state.read(after(start, 29));
        state.read(after(start, 38));
        assert!(!state.is_overdue(after(start, 39), &limits) && state.is_overdue(after(start, 40), &limits));
        state.asked(true, after(start, 39));
        assert!(!state.is_overdue(after(start, 99), &limits) && state.is_overdue(after(start, 100), &limits));
        state.told(after(start, 60));
        assert!(!state.is_overdue(after(start, 9_999), &limits), "the site takes its time");
        state.answered(after(start, 61));
        assert!(!state.is_overdue(after(start, 9_999), &limits), "an answer may last");
        state.wrote(false, after(start, 62));
        state.wrote(false, after(start, 90));
        assert!(state.is_overdue(after(start, 93), &limits));
        state.wrote(true, after(start, 91));
        assert!(!state.is_overdue(after(start, 93), &limits));
        state.flushed(after(start, 92));
        assert!(!state.is_overdue(after(start, 999), &limits), "there is more to send");
        state.handed_over();
        state.flushed(after(start, 93));
        assert!(state.is_before_a_request() && state.is_overdue(after(start, 124), &limits));
    }

    #[test]
    fn a_request_that_came_early_is_no_idle_connection() {
        let (start, limits) = (Instant::now(), limits());
        let mut state = State::accepted(start);
        state.read(start);
        state.asked(false, start);
        state.read(start);
        state.answered(start);
        state.handed_over();
        state.flushed(start);
        assert!(state.is_overdue(after(start, 11), &limits), "half a head has ten seconds");
    }

    #[test]
    fn who_waits_for_us_is_not_closed_and_the_longest_idle_comes_first() {
        let start = Instant::now();
        let now = after(start, 20);
        let (mut head, mut busy) = (State::accepted(start), State::accepted(start));
        head.read(start);
        busy.asked(false, start);
        let (old, young) = (State::accepted(start), State::accepted(after(start, 5)));
        assert_eq!(busy.waiting(now), None);
        assert!(old.waiting(now) > young.waiting(now) && young.waiting(now) > head.waiting(now));
    }

    #[test]
    fn what_is_sent_for_long_is_a_stream() {
        let start = Instant::now();
        let mut state = State::accepted(start);
        state.asked(false, start);
        assert!(!state.is_stream(after(start, 60)), "the site is at work");
        state.answered(after(start, 60));
        assert!(!state.is_stream(after(start, 70)) && state.is_stream(after(start, 71)));
        assert_eq!(state.waiting(after(start, 71)), None, "it is waiting for nobody");
    }
}
