//! The server keys of the worlds in a database on a server: that of the first is the program's own file, and seals all others, so
//! that whoever has the database alone can open none of them.

use std::sync::Arc;

use super::OnServer;
use crate::cases::open::key_file;
use crate::cases::worlds::WorldsError;
use crate::cases::worlds::refusal::broken;
use crate::outside::chance::Chance;
use crate::outside::keys::seal::{Sealed, Seals};
use crate::outside::keys::server_key::ServerKey;
use crate::store::catalogue::ListedWorld;
use rules::words::WorldName;

/// What a key is sealed for: the one schema whose world it opens.
fn context(schema: &str) -> String {
    format!("server-key:{schema}")
}

impl OnServer<'_> {
    /// The server key of a world.
    pub fn key(&self, of: &WorldName) -> Result<ServerKey, WorldsError> {
        if of.is_first() { self.own_key() } else { self.opened(&self.listed(of)?) }
    }

    /// A key as it is kept with the world in a schema.
    pub fn sealed(&self, key: &ServerKey, schema: &str) -> Result<Vec<u8>, WorldsError> {
        Ok(self.seals()?.seal(&context(schema), key.text().as_bytes()).as_bytes().to_vec())
    }

    /// The key that is kept with a world.
    pub fn opened(&self, world: &ListedWorld) -> Result<ServerKey, WorldsError> {
        let sealed = Sealed::new(world.key.clone());
        let opened = self.seals()?.open(&context(&world.schema), &sealed);
        let text =
            opened.map_err(|why| broken(format!("the server key of the world {}: {why}", world.name)))?;
        ServerKey::parse(&text)
            .ok_or_else(|| broken(format!("what is kept for the world {} is no server key", world.name)))
    }

    fn seals(&self) -> Result<Seals, WorldsError> {
        Ok(Seals::new(&self.own_key()?, Arc::new(Chance::from_os().map_err(broken)?)))
    }

    /// The program's own key, which is that of the first world: with another one it would seal what no other program opens.
    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "the method itself is not general in its lifetime"
    )]
    fn own_key(&self) -> Result<ServerKey, WorldsError> {
        let file = key_file(&self.worlds.data);
        let key = ServerKey::load(&file).map_err(broken)?;
        let first = self.catalogue.first();
        let known = self.catalogue.look_into(first.schema(), |tx| tx.key_id())?;
        if known.is_some_and(|known| known == key.key_id()) {
            return Ok(key);
        }
        Err(broken(format!(
            "the server key in {} is not the one that the first world in {} was made under",
            file.display(),
            first.shown()
        )))
    }
}
