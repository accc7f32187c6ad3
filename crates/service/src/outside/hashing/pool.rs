//! The threads that hash, for one world or for all worlds of the program. A thread starts when there is work, keeps its
//! memory from hash to hash (which makes a hash much cheaper) and ends when it has been idle for a while.

use std::fmt;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use argon2::{Algorithm, Argon2, Params, Version};
use zeroize::Zeroizing;

use crate::outside::hashing::job::{Digest, Job};
use crate::outside::hashing::memory::Memory;
use crate::outside::hashing::queue::Queue;
use crate::outside::hashing::settings::{HashError, HasherSettings};
use crate::outside::hashing::source::Source;

/// Threads that hash, and their queue. Its clones are the same pool; with the last of them the threads end.
#[derive(Clone)]
pub struct HashingPool(Arc<Owned>);

/// What ends the threads when nobody hashes with them any more. The threads themselves hold [`Pool`] alone.
struct Owned(Arc<Pool>);

impl HashingPool {
    /// A pool without threads; they start when there is work.
    pub fn new(settings: HasherSettings) -> Self {
        Self(Arc::new(Owned(Pool::new(settings))))
    }

    /// Puts a job into the queue, as [`Pool::push`].
    pub(super) fn push(&self, source: Source, job: Job) -> Result<(), HashError> {
        self.0.0.push(source, job)
    }

    /// The number of threads at this moment.
    #[cfg(test)]
    pub(super) fn threads(&self) -> usize {
        self.0.0.threads()
    }
}

impl fmt::Debug for HashingPool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HashingPool").finish_non_exhaustive()
    }
}

impl Drop for Owned {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// The threads and their queue.
struct Pool {
    settings: HasherSettings,
    state: Mutex<State>,
    work: Condvar,
}

/// What the threads share.
struct State {
    queue: Queue,
    threads: usize,
    idle: usize,
    closed: bool,
}

impl Pool {
    fn new(settings: HasherSettings) -> Arc<Self> {
        let queue = Queue::new(settings.queue, settings.per_source);
        let state = State { queue, threads: 0, idle: 0, closed: false };
        Arc::new(Self { settings, state: Mutex::new(state), work: Condvar::new() })
    }

    /// Puts a job into the queue and makes sure that a thread takes it. If the queue is full, another source's job
    /// may be refused for it.
    ///
    /// # Errors
    /// [`HashError::Busy`] if the queue has no room for this source; [`HashError::NoThread`] if there is no thread and
    /// none can be started.
    fn push(self: &Arc<Self>, source: Source, job: Job) -> Result<(), HashError> {
        let mut state = self.state();
        if state.queue.waiting() >= state.idle && state.threads < self.settings.threads.max(1) {
            match self.start_thread() {
                Ok(()) => state.threads += 1,
                Err(cause) if state.threads == 0 => return Err(cause.into()),
                Err(_) => {}
            }
        }
        let dropped = state.queue.put(source, job)?;
        drop(state);
        self.work.notify_one();
        if let Some(dropped) = dropped {
            dropped.refuse();
        }
        Ok(())
    }

    #[cfg(test)]
    fn threads(&self) -> usize {
        self.state().threads
    }

    /// Ends the threads once they have finished what they began; waiting callers get the error that it has
    /// stopped.
    fn close(&self) {
        let mut state = self.state();
        state.closed = true;
        state.queue.clear();
        drop(state);
        self.work.notify_all();
    }

    fn start_thread(self: &Arc<Self>) -> std::io::Result<()> {
        let pool = Arc::clone(self);
        thread::Builder::new().name("hasher".to_owned()).spawn(move || pool.run()).map(drop)
    }

    fn run(&self) {
        let mut memory = Memory::default();
        while let Some(job) = self.next_job() {
            if !job.answer.is_closed() {
                let digest = digest(&job, &mut memory);
                let _ = job.answer.send(digest);
            }
        }
    }

    /// Waits for a job; `None` tells the thread to end.
    fn next_job(&self) -> Option<Job> {
        let mut state = self.state();
        let mut tired = false;
        loop {
            if let Some(job) = state.queue.take() {
                return Some(job);
            }
            if tired || state.closed {
                state.threads -= 1;
                return None;
            }
            state.idle += 1;
            let (woken, wait) = self
                .work
                .wait_timeout_while(state, self.settings.idle, |state| {
                    state.queue.waiting() == 0 && !state.closed
                })
                .unwrap_or_else(PoisonError::into_inner);
            state = woken;
            state.idle -= 1;
            tired = wait.timed_out();
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Makes one hash, with the secret of the world that it is for.
fn digest(job: &Job, memory: &mut Memory) -> Digest {
    job.pepper.count();
    let blocks = memory.at_least(job.params.block_count());
    let mut digest = Zeroizing::new(vec![0; job.params.output_len().unwrap_or(Params::DEFAULT_OUTPUT_LEN)]);
    Argon2::new_with_secret(job.pepper.secret(), Algorithm::Argon2id, Version::V0x13, job.params.clone())?
        .hash_password_into_with_memory(job.secret.as_bytes(), &job.salt, &mut digest, blocks)?;
    Ok(digest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(nth: u8) -> Source {
        Source::address([192, 0, 2, nth].into())
    }

    fn pool(settings: HasherSettings) -> Arc<Pool> {
        Pool::new(settings)
    }

    #[test]
    fn who_is_dropped_from_a_full_queue_is_told_that_it_is_busy() {
        let settings = HasherSettings { threads: 1, queue: 2, per_source: 2, ..HasherSettings::default() };
        let pool = pool(settings);
        // The one thread is marked as busy, so that nothing leaves the queue.
        pool.state().threads = 1;
        let push = |nth: u8| {
            let (job, answered) = Job::for_tests(nth);
            pool.push(source(nth), job).map(|()| answered)
        };
        let (_first, last) = (push(1).unwrap(), push(1).unwrap());
        assert!(matches!(push(1), Err(HashError::Busy)));
        let mut modest = push(2).unwrap();
        assert!(matches!(last.blocking_recv(), Ok(Err(HashError::Busy))));
        assert!(matches!(push(3), Err(HashError::Busy)));
        assert!(modest.try_recv().is_err(), "it waits for its turn");
    }

    #[test]
    fn whoever_waits_at_the_end_is_told() {
        let pool = pool(HasherSettings { threads: 1, ..HasherSettings::default() });
        pool.state().threads = 1;
        let (job, answered) = Job::for_tests(1);
        pool.push(source(1), job).unwrap();
        pool.close();
        assert!(answered.blocking_recv().is_err());
    }

    #[test]
    fn many_at_once_all_get_their_own_answer() {
        let pool = pool(HasherSettings { threads: 2, ..HasherSettings::default() });
        let pushed = (0..12).map(|salt| {
            let (job, answered) = Job::for_tests(salt);
            pool.push(source(salt % 2), job).unwrap();
            answered
        });
        let answers: Vec<_> = pushed.collect();
        let digests: std::collections::HashSet<Vec<u8>> =
            answers.into_iter().map(|answer| answer.blocking_recv().unwrap().unwrap().to_vec()).collect();
        assert_eq!(digests.len(), 12);
        assert!(pool.threads() <= 2);
        pool.close();
    }
}
