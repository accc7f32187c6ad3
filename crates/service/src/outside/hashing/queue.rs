//! The jobs that wait for a thread, shared out fairly between sources: sources take turns, and when the queue is
//! full, the source with most jobs gives way to those with fewer.

use std::collections::{HashMap, VecDeque};

use crate::outside::hashing::job::Job;
use crate::outside::hashing::settings::HashError;
use crate::outside::hashing::source::Source;

/// The waiting jobs. Sources form a ring; the first one gives one job and goes to the end.
pub(super) struct Queue {
    ring: VecDeque<Source>,
    jobs: HashMap<Source, VecDeque<Job>>,
    waiting: usize,
    most: usize,
    most_per_source: usize,
}

impl Queue {
    /// An empty queue with room for so many jobs, in all and of one source.
    pub(super) fn new(most: usize, most_per_source: usize) -> Self {
        Self { ring: VecDeque::new(), jobs: HashMap::new(), waiting: 0, most, most_per_source }
    }

    /// The number of waiting jobs.
    pub(super) fn waiting(&self) -> usize {
        self.waiting
    }

    /// Puts a job at the end of its source's. A full queue drops the last job of the source that has most, and
    /// gives it back.
    ///
    /// # Errors
    /// [`HashError::Busy`] for a source that already has as many jobs as one may have, or, when the queue is full,
    /// its equal share of it.
    pub(super) fn put(&mut self, source: Source, job: Job) -> Result<Option<Job>, HashError> {
        let own = self.jobs.get(&source).map_or(0, VecDeque::len);
        let is_full = self.waiting >= self.most;
        if own >= self.most_per_source || (is_full && own >= self.share_of(own)) {
            return Err(HashError::Busy);
        }
        let dropped = if is_full { self.drop_of_the_greediest() } else { None };
        let own = self.jobs.entry(source.clone()).or_default();
        if own.is_empty() {
            self.ring.push_back(source);
        }
        own.push_back(job);
        self.waiting += 1;
        Ok(dropped)
    }

    /// The next job: the oldest of the source whose turn it is.
    pub(super) fn take(&mut self) -> Option<Job> {
        let source = self.ring.pop_front()?;
        let own = self.jobs.get_mut(&source)?;
        let job = own.pop_front()?;
        self.waiting -= 1;
        if own.is_empty() {
            self.jobs.remove(&source);
        } else {
            self.ring.push_back(source);
        }
        Some(job)
    }

    /// Drops all jobs; their callers are told that the hasher has stopped.
    pub(super) fn clear(&mut self) {
        self.ring.clear();
        self.jobs.clear();
        self.waiting = 0;
    }

    /// The equal share of the queue for each active source: those with waiting jobs, and the one that asks.
    fn share_of(&self, own: usize) -> usize {
        let active = self.ring.len() + usize::from(own == 0);
        self.most / active.max(1)
    }

    /// Takes the last job of the source that has most. It has more than its share, so it keeps at least one.
    fn drop_of_the_greediest(&mut self) -> Option<Job> {
        let own = self.jobs.values_mut().max_by_key(|own| own.len())?;
        let job = own.pop_back()?;
        self.waiting -= 1;
        Some(job)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A job that is known by its salt.
    fn job(salt: u8) -> Job {
        Job::for_tests(salt).0
    }

    /// A source with its own address.
    fn source(nth: u8) -> Source {
        Source::address([192, 0, 2, nth].into())
    }

    fn taken(queue: &mut Queue) -> Vec<u8> {
        std::iter::from_fn(|| queue.take()).map(|job| job.salt[0]).collect()
    }

    #[test]
    fn sources_take_turns() {
        let mut queue = Queue::new(64, 32);
        for (nth, salt) in [(1, 0), (1, 1), (1, 2), (1, 3), (2, 10), (2, 11), (3, 20)] {
            assert!(queue.put(source(nth), job(salt)).unwrap().is_none());
        }
        assert_eq!(taken(&mut queue), [0, 10, 20, 1, 11, 2, 3]);
        assert!(queue.waiting == 0 && queue.jobs.is_empty() && queue.ring.is_empty());
    }

    #[test]
    fn a_full_queue_drops_the_last_job_of_the_greediest_source() {
        let mut queue = Queue::new(6, 4);
        for (nth, salt) in [(1, 0), (1, 1), (1, 2), (1, 3), (2, 10), (2, 11)] {
            assert!(queue.put(source(nth), job(salt)).unwrap().is_none());
        }
        let dropped = queue.put(source(3), job(20)).unwrap();
        assert_eq!(dropped.map(|job| job.salt[0]), Some(3));
        let dropped = queue.put(source(3), job(21)).unwrap();
        assert_eq!(dropped.map(|job| job.salt[0]), Some(2));
        assert!(matches!(queue.put(source(3), job(22)), Err(HashError::Busy)), "each has its share of two");
        assert_eq!(queue.waiting(), 6);
        assert_eq!(taken(&mut queue), [0, 10, 20, 1, 11, 21]);
    }

    #[test]
    fn a_newcomer_is_refused_only_when_every_place_is_another_source_s_only_one() {
        let mut queue = Queue::new(3, 3);
        for nth in 1..=3 {
            queue.put(source(1), job(nth)).unwrap();
        }
        assert!(matches!(queue.put(source(1), job(4)), Err(HashError::Busy)), "it drops nothing of its own");
        for nth in 2..=3 {
            assert!(queue.put(source(nth), job(nth)).unwrap().is_some());
        }
        assert!(matches!(queue.put(source(4), job(1)), Err(HashError::Busy)));
        assert_eq!(queue.waiting(), 3);
    }

    #[test]
    fn one_source_alone_cannot_fill_the_queue() {
        let mut queue = Queue::new(3, 2);
        assert!(queue.put(source(1), job(1)).is_ok() && queue.put(source(1), job(2)).is_ok());
        assert!(matches!(queue.put(source(1), job(3)), Err(HashError::Busy)));
        assert!(queue.put(source(2), job(1)).unwrap().is_none());
    }
}
