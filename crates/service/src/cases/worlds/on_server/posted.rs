//! A world in a database on a server that becomes a file, and one that comes out of a file: what is written and read is the database of
//! a world in a folder, so that an exported world is the same wherever it comes from and goes to.

use super::OnServer;
use crate::cases::worlds::WorldsError;
use crate::cases::worlds::draft::DraftFolder;
use crate::outside::keys::server_key::ServerKey;
use crate::store::Place;
use crate::store::catalogue::Kind;
use crate::store::draft::{Draft, look_into};
use rules::words::WorldName;

impl OnServer<'_> {
    /// The world as it is now, as a database in a file.
    pub fn written(&self, world: &WorldName, to: &Place) -> Result<Draft, WorldsError> {
        self.catalogue.write_to(&self.schema_of(world)?, to)?;
        Ok(Draft::up_to_date(to)?)
    }

    /// Makes a new world of what lies in a folder, where everything was checked.
    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "the method itself is not general in its lifetime"
    )]
    pub fn take_in(&self, from: &DraftFolder, to: &WorldName, key: &ServerKey) -> Result<(), WorldsError> {
        let file = Place::below(from.path());
        let mails = look_into(&file, |tx| tx.kept_messages())?;
        let draft = self.catalogue.draft(Kind::World)?;
        draft.fill_from(&file)?;
        let world = self.settle(draft, to, key)?;
        self.with_mails(&world, from.path(), &mails.numbers)
    }
}
