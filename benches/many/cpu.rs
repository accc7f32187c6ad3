//! Processor time, as the system counts it: of this process, and of the server's processes.

use std::fs;

/// Ticks in a second.
const TICKS: f64 = 100.0;

/// Seconds of processor time.
#[derive(Clone, Copy)]
pub struct Cpu {
    pub own: f64,
    pub server: f64,
}

impl Cpu {
    pub fn since(self, before: Self) -> Self {
        Self { own: self.own - before.own, server: self.server - before.server }
    }
}

/// What has been used so far.
pub fn now() -> Cpu {
    let server = std::env::var("BENCH_SERVER").unwrap_or_default();
    let processes = fs::read_dir("/proc").unwrap().flatten();
    let all = processes.filter_map(|entry| stat(&entry.file_name().to_string_lossy()));
    let theirs = all.filter(|one| one.id == server || one.parent == server);
    Cpu { own: stat("self").map_or(0.0, |one| one.seconds), server: theirs.map(|one| one.seconds).sum() }
}

struct Process {
    id: String,
    parent: String,
    /// With those of its children that have ended.
    seconds: f64,
}

fn stat(id: &str) -> Option<Process> {
    let text = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    let parts: Vec<&str> = text.rsplit(')').next()?.split_whitespace().collect();
    let ticks: f64 = parts.get(11..15)?.iter().filter_map(|part| part.parse::<f64>().ok()).sum();
    Some(Process { id: id.to_owned(), parent: (*parts.get(1)?).to_owned(), seconds: ticks / TICKS })
}
