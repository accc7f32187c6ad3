//! Everything with an outside: hashing, keys, seals, chance, clock, mail, letters.
