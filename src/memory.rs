//! Keeps what the program has in memory, passwords in request buffers among it, from core dumps and from other programs
//! of the same user.

/// Forbids core dumps, debuggers of the same user and reading `/proc/<pid>/mem`, for this process from now on. Only Linux
/// offers that; elsewhere, and where the system refuses, nothing changes.
pub fn keep_private() {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        if let Err(why) = set_dumpable_behavior(DumpableBehavior::NotDumpable) {
            log::warn!(code = "memory"; "the memory of this program can be read by other programs of its user: {why}");
        }
    }
}
