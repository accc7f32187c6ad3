//! The sites that requests go to: the first world's, and those of the others, which are opened when somebody comes.

use std::sync::Arc;

use hyper::Request;
use hyper::http::Uri;
use rocket::local::asynchronous::Client;

use crate::web::refusal::Refusal;
use crate::web::worlds::{OpenWorld, Running, Unreachable, Way, rooted};
use rules::words::WorldName;

/// The sites of a program.
pub struct Sites {
    first: Client,
    others: Option<Running>,
}

impl From<Client> for Sites {
    /// The first world's site, and those that it knows of.
    fn from(first: Client) -> Self {
        let others = first.rocket().state::<Running>().cloned();
        Self { first, others }
    }
}

/// The world that a request is for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Goal {
    First,
    Other(WorldName),
    /// What stands in the address for its name is none.
    Nowhere,
}

/// The site that answers a request, open until it has.
pub(super) enum Visited<'s> {
    First(&'s Client),
    Other(Arc<OpenWorld>),
}

impl Visited<'_> {
    pub(super) fn site(&self) -> &Client {
        match self {
            Self::First(site) => site,
            Self::Other(world) => &world.site,
        }
    }
}

impl Goal {
    /// The world that a request is for. The request is then addressed within that world.
    pub(super) fn of<B>(request: &mut Request<B>) -> Self {
        let Some(address) = request.uri().path_and_query() else { return Self::First };
        let (goal, within) = match Way::of(address.as_str()) {
            Way::First => return Self::First,
            Way::Other { world, within } => (Self::Other(world), rooted(within)),
            Way::Nowhere(within) => (Self::Nowhere, rooted(within)),
        };
        let Ok(within) = within.parse::<Uri>() else { return Self::Nowhere };
        *request.uri_mut() = within;
        goal
    }
}

impl Sites {
    /// The first world's site, by whose settings the program runs.
    pub(super) fn first(&self) -> &Client {
        &self.first
    }

    /// The other worlds, if the program has any.
    pub(super) fn others(&self) -> Option<&Running> {
        self.others.as_ref()
    }

    /// The site of a world.
    ///
    /// # Errors
    /// The refusal that the first world's site answers instead.
    pub(super) async fn enter(&self, goal: &Goal) -> Result<Visited<'_>, Refusal> {
        match (goal, &self.others) {
            (Goal::First, _) => Ok(Visited::First(&self.first)),
            (Goal::Other(name), Some(others)) => {
                others.enter(name).await.map(Visited::Other).map_err(|why| match why {
                    Unreachable::Unknown => Refusal::NoWorld,
                    Unreachable::Unusable => Refusal::Unopened,
                })
            }
            (Goal::Other(_) | Goal::Nowhere, _) => Err(Refusal::NoWorld),
        }
    }
}
