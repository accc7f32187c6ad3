//! What is done with the worlds of the program as a whole, for pages and programs alike (D43). It is done from the first
//! world's control room alone: whoever was handed another world opens that one and no more.

use std::fs::File;

use rocket::http::Status;
use rocket::request::{FromRequest, Outcome, Request};

use crate::web::base::Base;
use crate::web::origin::SiteAddress;
use crate::web::worlds::{Running, Unreachable};
use crate::world::gate::Inside;
use jiff::Timestamp;
use rules::invitations::Holder;
use rules::words::{PointName, WorldName, WorldNameError, WorldSource};
use service::cases::access::invitations;
use service::cases::app::{App, CaseError, Origin, Token, refused};
use service::cases::seed;
use service::cases::worlds::{WorldFacts, WorldsError, WorldsRefusal, back, mail};

/// Somebody with access to all worlds.
pub struct AllWorlds {
    first: App,
    running: Running,
}

/// What a new world begins with.
#[derive(Clone, Debug)]
pub enum Beginning {
    /// The persons and the clock of the beginning, under a key of its own.
    Seed,
    /// Another world as it is, or a save point of it.
    Copy(WorldSource),
}

impl Beginning {
    /// The word for the seed, which no world is called by.
    pub const SEED: &str = WorldName::SEED;

    /// Reads `seed`, `klasse` or `klasse@start`.
    ///
    /// # Errors
    /// [`WorldNameError`], for the half that is no name.
    pub fn parse(typed: &str) -> Result<Self, WorldNameError> {
        if typed == Self::SEED { Ok(Self::Seed) } else { WorldSource::parse(typed).map(Self::Copy) }
    }
}

impl Handed {
    /// The address of the link, on this host.
    pub fn address(&self, site: &SiteAddress) -> String {
        let within = format!("/kontrolrum/kom-ind/{}", self.link.reveal());
        format!("{}{}", site.0, Base::of_world(&self.world).address(&within))
    }
}

/// A world, and whether somebody has it open.
pub struct Standing {
    pub facts: WorldFacts,
    pub is_open: bool,
}

impl Standing {
    /// A world beside those that are open; the first is always.
    fn of(facts: WorldFacts, open: &[WorldName]) -> Self {
        Self { is_open: facts.name.is_first() || open.contains(&facts.name), facts }
    }
}

/// A world that was made for somebody, and the token of the link by which they open it.
pub struct Handed {
    pub world: WorldName,
    pub holder: Option<Holder>,
    pub link: Token,
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for AllWorlds {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        // Only the first world's site knows of the others.
        let Some(running) = request.rocket().state::<Running>() else {
            return Outcome::Error((Status::NotFound, ()));
        };
        Inside::from_request(request).await.map(|inside| Self { first: inside.app, running: running.clone() })
    }
}

impl AllWorlds {
    /// All worlds, the first one first.
    ///
    /// # Errors
    /// When they can't be read.
    pub async fn all(&self) -> Result<Vec<Standing>, WorldsError> {
        let facts = self.running.worlds().apart(|worlds| {
            worlds.names()?.iter().map(|name| worlds.facts(name)).collect::<Result<Vec<_>, _>>()
        });
        let (facts, open) = (facts.await?, self.running.open());
        Ok(facts.into_iter().map(|facts| Standing::of(facts, &open)).collect())
    }

    /// One world.
    ///
    /// # Errors
    /// [`WorldsRefusal::Unknown`], or that it can't be read.
    pub async fn one(&self, name: &WorldName) -> Result<Standing, WorldsError> {
        let name = name.clone();
        let facts = self.running.worlds().apart(move |worlds| worlds.facts(&name)).await?;
        Ok(Standing::of(facts, &self.running.open()))
    }

    /// Makes a world.
    ///
    /// # Errors
    /// As [`Worlds::copy`](service::cases::worlds::Worlds::copy).
    pub async fn make(&self, name: &WorldName, from: &Beginning) -> Result<(), WorldsError> {
        match from {
            Beginning::Seed => self.running.make(name).await,
            Beginning::Copy(source) => {
                let (source, name) = (source.clone(), name.clone());
                self.running.worlds().apart(move |worlds| worlds.copy(&source, &name)).await
            }
        }
    }

    /// Makes a world for each of a class, and a link to each. All of them, or none.
    ///
    /// # Errors
    /// [`WorldsRefusal::NameTaken`] when one of them is there, else as [`Self::make`]; the size of the class is the caller's.
    pub async fn make_class(
        &self,
        names: Vec<WorldName>,
        from: &Beginning,
        holders: Vec<Option<Holder>>,
        origin: &Origin,
    ) -> Result<Vec<Handed>, WorldsError> {
        let wanted = names.clone();
        let free = self.running.worlds().apart(move |worlds| worlds.are_free(&wanted));
        free.await?;
        let mut handed = Vec::new();
        for (name, holder) in names.iter().zip(holders) {
            let made = match self.make(name, from).await {
                Ok(()) => self.hand_out(name, holder, origin).await,
                Err(why) => Err(why),
            };
            match made {
                Ok(made) => handed.push(made),
                Err(why) => {
                    for Handed { world, .. } in &handed {
                        self.remove(world).await?;
                    }
                    // The one at which it failed may be there, too.
                    let _ = self.remove(name).await;
                    return Err(why);
                }
            }
        }
        Ok(handed)
    }

    /// Makes the link by which somebody opens a world; any before it opens nothing from now on.
    ///
    /// # Errors
    /// [`WorldsRefusal::Unknown`], [`WorldsRefusal::FirstStays`] for the first world, or that it can't be opened.
    pub async fn hand_out(
        &self,
        world: &WorldName,
        holder: Option<Holder>,
        origin: &Origin,
    ) -> Result<Handed, WorldsError> {
        if world.is_first() {
            return Err(refused(WorldsRefusal::FirstStays));
        }
        let link = self
            .within(world, async |app| Ok(invitations::invite(app, holder.clone(), origin).await?))
            .await?;
        Ok(Handed { world: world.clone(), holder, link })
    }

    /// A world as an open file, with or without its server key.
    ///
    /// # Errors
    /// [`WorldsRefusal::Unknown`], or that it can't be written.
    pub async fn export(&self, world: &WorldName, with_key: bool) -> Result<File, WorldsError> {
        let world = world.clone();
        self.running.worlds().apart(move |worlds| worlds.exported(&world, with_key)).await
    }

    /// Makes a world of a file that was exported.
    ///
    /// # Errors
    /// As [`Worlds::import`](service::cases::worlds::Worlds::import).
    pub async fn import(&self, file: Vec<u8>, to: &WorldName) -> Result<(), WorldsError> {
        let to = to.clone();
        self.running.worlds().apart(move |worlds| worlds.import_sent(&file, &to).map(drop)).await
    }

    /// Gives a world another name; it is closed for that.
    ///
    /// # Errors
    /// As [`Worlds::rename`](service::cases::worlds::Worlds::rename).
    pub async fn rename(&self, from: &WorldName, to: &WorldName) -> Result<(), WorldsError> {
        let _shut = self.running.shut(from).await;
        let (from, to) = (from.clone(), to.clone());
        self.running.worlds().apart(move |worlds| worlds.rename(&from, &to)).await
    }

    /// Removes a world; it is closed for that.
    ///
    /// # Errors
    /// As [`Worlds::remove`](service::cases::worlds::Worlds::remove).
    pub async fn remove(&self, name: &WorldName) -> Result<(), WorldsError> {
        let _shut = self.running.shut(name).await;
        let name = name.clone();
        self.running.worlds().apart(move |worlds| worlds.remove(&name)).await
    }

    /// Saves a world at a point.
    ///
    /// # Errors
    /// As [`Worlds::save`](service::cases::worlds::Worlds::save).
    pub async fn save(&self, world: &WorldName, point: &PointName) -> Result<(), WorldsError> {
        let (world, point) = (world.clone(), point.clone());
        self.running.worlds().apart(move |worlds| worlds.save(&world, &point)).await
    }

    /// Removes a save point.
    ///
    /// # Errors
    /// As [`Worlds::forget_point`](service::cases::worlds::Worlds::forget_point).
    pub async fn forget_point(&self, world: &WorldName, point: &PointName) -> Result<(), WorldsError> {
        let (world, point) = (world.clone(), point.clone());
        self.running.worlds().apart(move |worlds| worlds.forget_point(&world, &point)).await
    }

    /// Puts a world back to a save point. Returns the instant at which it goes on.
    ///
    /// # Errors
    /// As [`back::back`].
    pub async fn back(
        &self,
        world: &WorldName,
        point: &PointName,
        origin: &Origin,
    ) -> Result<Timestamp, WorldsError> {
        self.within(world, async |app| back::back(app, origin, point).await).await
    }

    /// Begins a world anew. Returns the instant at which it begins.
    ///
    /// # Errors
    /// [`WorldsRefusal::Unknown`], or that it can't be seeded.
    pub async fn reset(&self, world: &WorldName, origin: &Origin) -> Result<Timestamp, WorldsError> {
        let begun = self.within(world, async |app| {
            let begun = seed::begin_anew(app, origin).await;
            begun.map_err(|error| error.told().map(|never| match never {}))
        });
        begun.await
    }

    /// Lets a world's e-mails leave by the mail server, or keeps them in its folder.
    ///
    /// # Errors
    /// [`WorldsRefusal::Unknown`], or that it can't be written.
    pub async fn keep_mail(
        &self,
        world: &WorldName,
        stays: bool,
        origin: &Origin,
    ) -> Result<(), WorldsError> {
        self.within(world, async |app| Ok(mail::keep(app, origin, stays).await?)).await
    }

    /// Does something in a world, opened if need be.
    async fn within<T>(
        &self,
        world: &WorldName,
        act: impl AsyncFnOnce(&App) -> Result<T, WorldsError>,
    ) -> Result<T, WorldsError> {
        if world.is_first() {
            return act(&self.first).await;
        }
        let open = self.running.enter(world).await.map_err(|why| match why {
            Unreachable::Unknown => refused(WorldsRefusal::Unknown),
            Unreachable::Unusable => CaseError::Broken(format!("the world {world} does not open")),
        })?;
        let app = open.site.rocket().state::<App>();
        act(app.ok_or_else(|| CaseError::Broken(format!("the world {world} has no application")))?).await
    }
}
