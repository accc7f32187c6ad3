//! The threads that hash, and their queue. A thread starts when there is work, keeps its memory from hash to
//! hash (which makes a hash much cheaper) and ends when it has been idle for a while.

use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use argon2::{Algorithm, Argon2, Block, Params, Version};
use tokio::sync::oneshot;
use zeroize::{Zeroize, Zeroizing};

use crate::outside::hashing::settings::{HashError, HasherSettings};
use crate::outside::hashing::source::Source;

/// One hash to be made.
pub(crate) struct Job {
    pub(crate) secret: Zeroizing<String>,
    pub(crate) salt: Vec<u8>,
    pub(crate) params: Params,
    pub(crate) answer: oneshot::Sender<Result<Zeroizing<Vec<u8>>, HashError>>,
}

/// The threads and their queue.
pub(crate) struct Pool {
    key: Zeroizing<[u8; 32]>,
    settings: HasherSettings,
    ran: Arc<AtomicU64>,
    queue: Mutex<Queue>,
    work: Condvar,
}

/// The waiting jobs. Sources form a ring; the first one gives one job and goes to the end.
#[derive(Default)]
struct Queue {
    ring: VecDeque<Source>,
    jobs: HashMap<Source, VecDeque<Job>>,
    waiting: usize,
    threads: usize,
    idle: usize,
    closed: bool,
}

impl Queue {
    fn put(&mut self, source: Source, job: Job) {
        let own = self.jobs.entry(source.clone()).or_default();
        if own.is_empty() {
            self.ring.push_back(source);
        }
        own.push_back(job);
        self.waiting += 1;
    }

    fn take(&mut self) -> Option<Job> {
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
}

impl Pool {
    pub(crate) fn new(key: Zeroizing<[u8; 32]>, settings: HasherSettings, ran: Arc<AtomicU64>) -> Arc<Self> {
        Arc::new(Self { key, settings, ran, queue: Mutex::default(), work: Condvar::new() })
    }

    /// Puts a job into the queue and makes sure that a thread takes it.
    pub(crate) fn push(self: &Arc<Self>, source: Source, job: Job) -> Result<(), HashError> {
        let mut queue = self.queue();
        let own = queue.jobs.get(&source).map_or(0, VecDeque::len);
        if queue.waiting >= self.settings.queue || own >= self.settings.per_source {
            return Err(HashError::Busy);
        }
        if queue.waiting >= queue.idle && queue.threads < self.settings.threads.max(1) {
            match self.start_thread() {
                Ok(()) => queue.threads += 1,
                Err(cause) if queue.threads == 0 => return Err(cause.into()),
                Err(_) => {}
            }
        }
        queue.put(source, job);
        drop(queue);
        self.work.notify_one();
        Ok(())
    }

    #[cfg(test)]
    pub(crate) fn threads(&self) -> usize {
        self.queue().threads
    }

    /// Ends the threads once they have finished what they began; waiting callers get the error that it has
    /// stopped.
    pub(crate) fn close(&self) {
        let mut queue = self.queue();
        queue.closed = true;
        queue.ring.clear();
        queue.jobs.clear();
        queue.waiting = 0;
        drop(queue);
        self.work.notify_all();
    }

    fn start_thread(self: &Arc<Self>) -> std::io::Result<()> {
        let pool = Arc::clone(self);
        thread::Builder::new().name("hasher".to_owned()).spawn(move || pool.run()).map(drop)
    }

    fn run(&self) {
        let mut memory = Vec::new();
        while let Some(job) = self.next_job() {
            if !job.answer.is_closed() {
                let digest = self.digest(&job, &mut memory);
                let _ = job.answer.send(digest);
            }
        }
        memory.zeroize();
    }

    /// Waits for a job; `None` tells the thread to end.
    fn next_job(&self) -> Option<Job> {
        let mut queue = self.queue();
        let mut tired = false;
        loop {
            if let Some(job) = queue.take() {
                return Some(job);
            }
            if tired || queue.closed {
                queue.threads -= 1;
                return None;
            }
            queue.idle += 1;
            let (woken, wait) = self
                .work
                .wait_timeout_while(queue, self.settings.idle, |queue| queue.waiting == 0 && !queue.closed)
                .unwrap_or_else(PoisonError::into_inner);
            queue = woken;
            queue.idle -= 1;
            tired = wait.timed_out();
        }
    }

    fn digest(&self, job: &Job, memory: &mut Vec<Block>) -> Result<Zeroizing<Vec<u8>>, HashError> {
        self.ran.fetch_add(1, Ordering::Relaxed);
        let blocks = job.params.block_count();
        if memory.len() < blocks {
            memory.resize(blocks, Block::new());
        }
        let mut digest =
            Zeroizing::new(vec![0; job.params.output_len().unwrap_or(Params::DEFAULT_OUTPUT_LEN)]);
        let key = self.key.as_slice();
        Argon2::new_with_secret(key, Algorithm::Argon2id, Version::V0x13, job.params.clone())?
            .hash_password_into_with_memory(job.secret.as_bytes(), &job.salt, &mut digest, memory)?;
        Ok(digest)
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Answer = oneshot::Receiver<Result<Zeroizing<Vec<u8>>, HashError>>;

    fn job(salt: u8) -> (Job, Answer) {
        let (answer, answered) = oneshot::channel();
        let params = Params::new(4_096, 2, 1, Some(32)).unwrap();
        (Job { secret: Zeroizing::default(), salt: vec![salt; 16], params, answer }, answered)
    }

    /// A source with its own address.
    fn source(name: &str) -> Source {
        let last = name.bytes().fold(0, u8::wrapping_add);
        Source::address([192, 0, 2, last].into())
    }

    fn pool(settings: HasherSettings) -> Arc<Pool> {
        Pool::new(Zeroizing::new([0; 32]), settings, Arc::default())
    }

    #[test]
    fn sources_take_turns() {
        let mut queue = Queue::default();
        for salt in 0..4 {
            queue.put(source("greedy"), job(salt).0);
        }
        queue.put(source("modest"), job(10).0);
        queue.put(source("modest"), job(11).0);
        queue.put(source("late"), job(20).0);
        let order: Vec<u8> = std::iter::from_fn(|| queue.take()).map(|job| job.salt[0]).collect();
        assert_eq!(order, [0, 10, 20, 1, 11, 2, 3]);
        assert!(queue.waiting == 0 && queue.jobs.is_empty() && queue.ring.is_empty());
    }

    #[test]
    fn one_source_cannot_fill_the_queue_and_a_full_one_says_busy() {
        let settings = HasherSettings { threads: 1, queue: 3, per_source: 2, ..HasherSettings::default() };
        let pool = pool(settings);
        // The one thread is marked as busy, so that nothing leaves the queue.
        pool.queue().threads = 1;
        let push = |name: &str| pool.push(source(name), job(1).0);
        assert!(push("greedy").is_ok() && push("greedy").is_ok());
        assert!(matches!(push("greedy"), Err(HashError::Busy)));
        assert!(push("modest").is_ok());
        assert!(matches!(push("late"), Err(HashError::Busy)));
        assert_eq!(pool.ran.load(Ordering::Relaxed), 0);
    }

    #[test]
    fn whoever_waits_at_the_end_is_told() {
        let pool = pool(HasherSettings { threads: 1, ..HasherSettings::default() });
        pool.queue().threads = 1;
        let (job, answered) = job(1);
        pool.push(source("patient"), job).unwrap();
        pool.close();
        assert!(answered.blocking_recv().is_err());
    }

    #[test]
    fn many_at_once_all_get_their_own_answer() {
        let pool = pool(HasherSettings { threads: 2, ..HasherSettings::default() });
        let answers: Vec<Answer> = (0..12)
            .map(|salt| {
                let (job, answered) = job(salt);
                pool.push(source(if salt % 2 == 0 { "one" } else { "other" }), job).unwrap();
                answered
            })
            .collect();
        let digests: std::collections::HashSet<Vec<u8>> =
            answers.into_iter().map(|answer| answer.blocking_recv().unwrap().unwrap().to_vec()).collect();
        assert_eq!(digests.len(), 12);
        assert!(pool.threads() <= 2);
        pool.close();
    }
}
