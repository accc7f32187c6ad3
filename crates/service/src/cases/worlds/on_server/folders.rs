//! The folder of a world in the data folder of one program: it holds the mails that this program wrote into files, and says whose
//! they are, because its name may be that of another world by now.

use std::fs;
use std::io;
use std::path::PathBuf;

use super::OnServer;
use crate::cases::worlds::refusal::{broken, of_disk};
use crate::cases::worlds::{WorldsError, draft, names_in};
use crate::outside::{durable, owner_only};
use crate::store::catalogue::ListedWorld;
use rules::words::WorldName;

/// The file that names the schema of the world whose folder it is.
const SCHEMA: &str = "schema";

impl OnServer<'_> {
    /// The folder of a world, made if need be. That of another one which had its name is removed.
    pub fn folder_for(&self, world: &ListedWorld) -> Result<PathBuf, WorldsError> {
        let folder = self.worlds.folder(&world.name);
        match self.schema_in(&world.name)? {
            Some(schema) if schema == world.schema => return Ok(folder),
            Some(_) => draft::remove(&folder).map_err(of_disk)?,
            None if folder.read_dir().is_ok_and(|mut all| all.next().is_some()) => {
                let whose =
                    format!("the folder {} is of no world in the database; move it away", folder.display());
                return Err(broken(whose));
            }
            None => {}
        }
        owner_only::make_folder(&self.worlds.others()).map_err(of_disk)?;
        owner_only::make_folder(&folder).map_err(of_disk)?;
        durable::write(&folder.join(SCHEMA), world.schema.as_bytes()).map_err(of_disk)?;
        Ok(folder)
    }

    /// Has the folder of a world follow its name; mails that can't are removed at the next start, and stand in the database, too.
    pub fn rename_folder(&self, world: &ListedWorld, to: &WorldName) -> Result<(), WorldsError> {
        if self.schema_in(&world.name)?.is_some_and(|schema| schema == world.schema) {
            let renamed = durable::rename_folder(&self.worlds.folder(&world.name), &self.worlds.folder(to));
            renamed.map_err(of_disk)?;
        }
        Ok(())
    }

    /// Removes the folder of a world that was removed.
    pub fn remove_folder(&self, world: &ListedWorld) -> Result<(), WorldsError> {
        match self.schema_in(&world.name)? {
            Some(schema) if schema == world.schema => {
                draft::remove(&self.worlds.folder(&world.name)).map_err(of_disk)
            }
            _ => Ok(()),
        }
    }

    /// Removes the folders of worlds that other programs removed or renamed.
    pub fn tidy_folders(&self) -> Result<(), WorldsError> {
        for name in names_in(&self.worlds.others())? {
            let Ok(name) = WorldName::parse(&name) else { continue };
            let Some(schema) = self.schema_in(&name)? else { continue };
            let here = self.catalogue.read(|tx| tx.listed_world(&name))?;
            if here.is_none_or(|world| world.schema != schema) {
                draft::remove(&self.worlds.folder(&name)).map_err(of_disk)?;
            }
        }
        Ok(())
    }

    fn schema_in(&self, name: &WorldName) -> Result<Option<String>, WorldsError> {
        match fs::read_to_string(self.worlds.folder(name).join(SCHEMA)) {
            Ok(schema) => Ok(Some(schema)),
            Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(why) => Err(of_disk(why)),
        }
    }
}
