//! The only source of random numbers. The real one is seeded by the operating system; a seeded one gives the
//! same world on every machine and the same run of every test.

use std::sync::{Mutex, MutexGuard, PoisonError};

use rand::rngs::{ChaCha20Rng, SysError, SysRng};
use rand::{Rng, SeedableRng};

use crate::outside::keys::token::Token;
use rules::nemid::secret::CardSalt;
use rules::words::{CarrierNumber, KeyCardNumber, NemIdNumber, Pid, PinLetterSerial, TemporaryPasswordCode};

/// Draws values that must not be guessed, or that must be the same for the same seed.
pub struct Chance {
    generator: Mutex<ChaCha20Rng>,
}

/// The operating system gave no randomness.
#[derive(Debug, thiserror::Error)]
#[error("the operating system gives no random numbers: {0}")]
pub struct NoChance(#[from] SysError);

impl Chance {
    /// A real source: a `ChaCha20` stream keyed with 256 bits from the operating system.
    ///
    /// # Errors
    /// [`NoChance`] when the operating system gives no random numbers.
    pub fn from_os() -> Result<Self, NoChance> {
        let generator = ChaCha20Rng::try_from_rng(&mut SysRng)?;
        Ok(Self { generator: Mutex::new(generator) })
    }

    /// The same numbers for the same seed, on every machine. For the seed of a world and for tests, never for
    /// secrets of a running site.
    pub fn seeded(seed: u64) -> Self {
        Self { generator: Mutex::new(ChaCha20Rng::seed_from_u64(seed)) }
    }

    /// What follows from 256 bits that were drawn before: as little to be guessed as those, and the same each time, for a
    /// change that may be made again.
    pub fn keyed(drawn: [u8; 32]) -> Self {
        Self { generator: Mutex::new(ChaCha20Rng::from_seed(drawn)) }
    }

    /// `N` random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut drawn = [0; N];
        self.generator().fill_bytes(&mut drawn);
        drawn
    }

    /// A number from 0 up to but not including `limit`, each equally likely; 0 for a limit of 0.
    pub fn below(&self, limit: u32) -> u32 {
        if limit == 0 {
            return 0;
        }
        // Numbers from the incomplete last stretch of the 32-bit range would favour small results.
        let fair = u32::MAX - u32::MAX % limit;
        let mut generator = self.generator();
        loop {
            let drawn = generator.next_u32();
            if drawn < fair {
                return drawn % limit;
            }
        }
    }

    /// 64 random bits, for a rule that makes its own choice from them.
    pub fn number(&self) -> u64 {
        self.generator().next_u64()
    }

    /// A NemID number; the store checks that it is free.
    pub fn nemid_number(&self) -> NemIdNumber {
        NemIdNumber::from_drawn(self.number())
    }

    /// A key card number; the store checks that it is free.
    pub fn key_card_number(&self) -> KeyCardNumber {
        KeyCardNumber::from_drawn(self.number())
    }

    /// The serial number of a token; the store checks that it is free.
    pub fn token_number(&self) -> CarrierNumber {
        CarrierNumber::token_from_drawn(self.number())
    }

    /// The number of an app; the store checks that it is free.
    pub fn app_number(&self) -> CarrierNumber {
        CarrierNumber::app_from_drawn(self.number())
    }

    /// The number of a voice line; the store checks that it is free.
    pub fn voice_number(&self) -> CarrierNumber {
        CarrierNumber::voice_from_drawn(self.number())
    }

    /// The salt of a new card's keys.
    pub fn card_salt(&self) -> CardSalt {
        CardSalt::new(self.bytes())
    }

    /// A temporary password.
    pub fn temporary_password(&self) -> TemporaryPasswordCode {
        TemporaryPasswordCode::from_drawn(self.number())
    }

    /// The serial number of a PIN letter; the store checks that it is free.
    pub fn pin_letter_serial(&self) -> PinLetterSerial {
        PinLetterSerial::from_drawn(self.number())
    }

    /// A PID number; the store checks that it is free.
    pub fn pid(&self) -> Pid {
        Pid::from_drawn(self.number())
    }

    /// An unguessable token, for a session, a form or a signature.
    pub fn token(&self) -> Token {
        Token::from_bytes(self.bytes())
    }

    /// A source of its own, for what draws much: nobody waits for it.
    pub fn branch(&self) -> ChaCha20Rng {
        ChaCha20Rng::from_seed(self.bytes())
    }

    fn generator(&self) -> MutexGuard<'_, ChaCha20Rng> {
        self.generator.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_draws_the_same() {
        let (one, other) = (Chance::seeded(7), Chance::seeded(7));
        assert_eq!(one.bytes::<40>(), other.bytes::<40>());
        assert_eq!(one.number(), other.number());
        assert_eq!(one.nemid_number(), other.nemid_number());
        assert_eq!(one.key_card_number(), other.key_card_number());
        assert_ne!(Chance::seeded(8).bytes::<16>(), Chance::seeded(7).bytes::<16>());
    }

    #[test]
    fn real_chance_never_repeats() {
        let (one, other) = (Chance::from_os().unwrap(), Chance::from_os().unwrap());
        assert_ne!(one.bytes::<32>(), other.bytes::<32>());
        assert_ne!(one.bytes::<32>(), one.bytes::<32>());
    }

    #[test]
    fn below_reaches_every_number_and_none_beyond() {
        let chance = Chance::seeded(1);
        let mut seen = [0_u32; 6];
        for _ in 0..6_000 {
            seen[chance.below(6) as usize] += 1;
        }
        assert!(seen.iter().all(|&times| (800..1_200).contains(&times)), "{seen:?}");
        assert_eq!((chance.below(0), chance.below(1)), (0, 0));
    }
}
