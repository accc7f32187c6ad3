//! Copies and save points of worlds in a database on a server: each a schema, made within the server in one snapshot.

use std::path::Path;

use super::OnServer;
use crate::cases::app::refused;
use crate::cases::worlds::copy::{copy_mails, new_mark};
use crate::cases::worlds::facts::instant_of;
use crate::cases::worlds::refusal::of_disk;
use crate::cases::worlds::{WorldsError, WorldsRefusal};
use crate::outside::keys::server_key::ServerKey;
use crate::store::catalogue::{DraftSchema, Kind, ListedWorld, SavedPoint};
use crate::store::detached::Apart;
use rules::words::{PointName, WorldName, WorldSource};

impl OnServer<'_> {
    /// As [`Worlds::copy`](crate::cases::worlds::Worlds::copy). Mails that this program has as files it has of the copy, too.
    pub fn copy(&self, from: &WorldSource, to: &WorldName) -> Result<(), WorldsError> {
        let origin = self.schema(from)?;
        let key = self.key(&from.world)?;
        let draft = self.catalogue.draft(Kind::World)?;
        draft.copy_from(&origin)?;
        let mark = new_mark()?;
        let mails = draft.change(|tx| {
            if tx.key_id()?.as_ref() != Some(&key.key_id()) {
                return Ok(None);
            }
            tx.set_apart(&Apart { mark: mark.clone(), stands_at: tx.stands_at()? })?;
            Ok(Some(tx.kept_messages()?))
        })?;
        let Some(mails) = mails else { return Err(refused(WorldsRefusal::PointForeign)) };
        let world = self.settle(draft, to, &key)?;
        self.with_mails(&world, &self.worlds.folder(&from.world), &mails.numbers)
    }

    /// Gives a world that was listed just now the mails that are files in a folder of this program; where that fails, it goes again.
    pub fn with_mails<'n>(
        &self,
        world: &ListedWorld,
        from: &Path,
        numbers: impl IntoIterator<Item = &'n i64>,
    ) -> Result<(), WorldsError> {
        let copied =
            self.folder_for(world).and_then(|folder| copy_mails(from, &folder, numbers).map_err(of_disk));
        copied.or_else(|why| {
            self.remove(&world.name)?;
            Err(why)
        })
    }

    /// Lists a world that was made, with its server key.
    pub fn settle(
        &self,
        made: DraftSchema,
        name: &WorldName,
        key: &ServerKey,
    ) -> Result<ListedWorld, WorldsError> {
        let key = self.sealed(key, made.schema())?;
        let world = ListedWorld { name: name.clone(), schema: made.schema().to_owned(), key };
        if made.settle_as_world(&world)? { Ok(world) } else { Err(refused(WorldsRefusal::NameTaken)) }
    }

    /// As [`Worlds::save`](crate::cases::worlds::Worlds::save).
    pub fn save(&self, world: &WorldName, point: &PointName) -> Result<(), WorldsError> {
        let world = self.schema_of(world)?;
        if self.catalogue.read(|tx| tx.saved_point(&world, point))?.is_some() {
            return Err(refused(WorldsRefusal::PointTaken));
        }
        let draft = self.catalogue.draft(Kind::Point)?;
        draft.copy_from(&world)?;
        let (mark, saved) = (new_mark()?, self.worlds.clock.real_now());
        let at = draft.change(|tx| {
            let at = instant_of(tx, saved)?;
            tx.set_apart(&Apart { mark: mark.clone(), stands_at: Some(at) })?;
            Ok(at)
        })?;
        let schema = draft.schema().to_owned();
        let point = SavedPoint { world, name: point.clone(), schema, saved, at };
        if draft.settle_as_point(&point)? { Ok(()) } else { Err(refused(WorldsRefusal::PointTaken)) }
    }

    /// As [`Worlds::forget_point`](crate::cases::worlds::Worlds::forget_point).
    pub fn forget_point(&self, world: &WorldName, point: &PointName) -> Result<(), WorldsError> {
        let world = self.schema_of(world)?;
        if self.catalogue.remove_point(&world, point)? {
            Ok(())
        } else {
            Err(refused(WorldsRefusal::PointUnknown))
        }
    }
}
