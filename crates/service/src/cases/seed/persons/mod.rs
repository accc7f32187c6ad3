//! The seeded persons: each has a problem, and is listed under the section of the sources that deals with it.

mod apps;
mod banks;
mod blocks;
mod cards;
mod certificates;
mod enrolment;
mod lookup;
mod passwords;
mod register;
mod sites;
mod temporary;
mod terms;
mod tokens;
mod two;
mod voice;

use crate::cases::seed::error::SeedError;
use crate::cases::seed::life::Life;
use crate::cases::seed::scene::{Person, Played, Scene, World};
use rules::nemid::{Issuer, Purpose};
use rules::places::Place;

/// All persons, in the order in which they are seeded.
const GROUPS: [&[Person]; 15] = [
    &enrolment::PERSONS,
    &lookup::PERSONS,
    &temporary::PERSONS,
    &passwords::PERSONS,
    &two::PERSONS,
    &cards::PERSONS,
    &banks::PERSONS,
    &certificates::PERSONS,
    &terms::PERSONS,
    &blocks::PERSONS,
    &sites::PERSONS,
    &register::PERSONS,
    &apps::PERSONS,
    &voice::PERSONS,
    &tokens::PERSONS,
];

/// The passwords that the persons choose.
pub(super) fn passwords() -> impl Iterator<Item = &'static str> {
    GROUPS.into_iter().flatten().flat_map(|person| person.passwords.iter().copied())
}

/// Seeds all persons up to the beginning of the world.
pub(super) fn live(world: &World<'_>) -> Played {
    GROUPS.into_iter().flatten().try_for_each(|person| {
        let scene = world.enters(person)?;
        for (_, make, system, number, smart) in
            apps::TELEPHONES.into_iter().filter(|one| one.0 == person.name)
        {
            scene.has_telephone(make, system, number, smart)?;
        }
        (person.play)(&scene)
    })
}

/// No password.
const NONE: &[&str] = &[];
/// Neither e-mail address nor mobile number.
const NOWHERE: (&str, &str) = ("", "");

/// A public NemID, ordered at Selvbetjening and activated ten days later; used twice since.
fn in_use<'w>(
    scene: &'w Scene<'w>,
    ordered: &str,
    contact: (&str, &str),
    user_id: &str,
) -> Result<Life<'w>, SeedError> {
    let mut life = scene.orders(ordered, contact)?;
    life.passes(10 * 24)?;
    life.opens_post()?;
    life.activates(user_id)?;
    life.passes(30)?;
    life.logs_on(&Purpose::LogOn)?;
    life.passes(12 * 24)?;
    life.logs_on(&Purpose::LogOn)?;
    Ok(life)
}

/// A NemID of a bank, activated in its netbank ten days later; no certificate.
fn in_use_at_bank<'w>(
    scene: &'w Scene<'w>,
    issuer: Issuer,
    made: &str,
    nth: usize,
    user_id: &str,
) -> Result<Life<'w>, SeedError> {
    let mut life = scene.gets_from(issuer, made, NOWHERE)?.with_password(nth);
    life.passes(10 * 24)?;
    life.opens_post()?;
    life.activates(user_id)?;
    life.passes(50)?;
    Ok(life)
}

/// A bank's private division as issuer.
fn bank(place: Place) -> Issuer {
    Issuer::Bank(place.word())
}
