//! What tells a world from others on the same host: by its server key, and by its mark where it was copied from another one
//! under that key (D42).

use crate::cases::app::Parts;
use crate::store::Server;

impl Parts {
    /// Its database, where that is no file in its folder.
    pub fn database(&self) -> Option<&Server> {
        self.database.as_ref()
    }

    /// The id of this world: eight characters that tell it from others on the same host, and nothing else.
    pub fn world_id(&self) -> String {
        let world = self.own_mark.as_ref().map_or_else(|| "world".to_owned(), |mark| format!("world {mark}"));
        self.subject(&world).chars().take(8).collect()
    }

    /// The key with which the site signs its forms. A form of one world is taken by no other.
    pub fn form_key(&self) -> [u8; 32] {
        match &self.own_mark {
            Some(mark) => self.tokens.fingerprint("form-key-of-copy", mark),
            None => self.tokens.form_key(),
        }
    }
}
