//! The memory that hashes are made in. It is a thread's for as long as there is work, and goes back to the system
//! afterwards.

use argon2::Block;
use zeroize::Zeroize;

/// The least room that is asked for, in blocks of 1 KiB. An allocator hands out small room from what it keeps for each
/// thread, and keeps what is given back: a burst of log-ons would leave 19 MiB in one thread's part after the other.
/// Room above 32 MiB it always maps alone (glibc, `DEFAULT_MMAP_THRESHOLD_MAX`), so that it goes back as a whole. What
/// lies beyond the blocks in use is never touched, and so takes address space alone.
const LEAST_ROOM: usize = 33 * 1_024;

/// The blocks of one thread.
#[derive(Default)]
pub(super) struct Memory {
    blocks: Vec<Block>,
}

impl Memory {
    /// At least so many blocks, with whatever the last hash left in them: Argon2 overwrites all of them.
    pub(super) fn at_least(&mut self, blocks: usize) -> &mut [Block] {
        if self.blocks.capacity() < blocks {
            self.wipe();
            self.blocks = Vec::with_capacity(blocks.max(LEAST_ROOM));
        }
        if self.blocks.len() < blocks {
            self.blocks.resize(blocks, Block::new());
        }
        &mut self.blocks
    }

    /// Overwrites the blocks, but not the room beyond them: touched, it would be taken from the system first.
    fn wipe(&mut self) {
        self.blocks.iter_mut().for_each(Zeroize::zeroize);
    }
}

impl Drop for Memory {
    fn drop(&mut self) {
        self.wipe();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_grows_and_is_never_so_small_that_it_would_be_kept() {
        let mut memory = Memory::default();
        assert_eq!(memory.at_least(64).len(), 64);
        assert!(memory.blocks.capacity() >= LEAST_ROOM);
        assert_eq!(memory.at_least(19_456).len(), 19_456);
        assert_eq!(memory.at_least(64).len(), 19_456, "a dearer hash is made in it next");
        assert_eq!(memory.at_least(LEAST_ROOM + 1).len(), LEAST_ROOM + 1);
    }
}
