//! `officers`: the employees of this world, with all that a test needs to act as one of them.

use rocket::get;
use rocket::serde::json::Json;
use serde_json::{Value, json};

use crate::world::api::Answered;
use crate::world::gate::Inside;
use crate::world::view;
use rules::places;
use service::cases::world::{letter_box, register};

/// All staff with role, user id, password and card.
#[get("/officers")]
pub async fn all(inside: Inside) -> Answered {
    let mut all = Vec::new();
    for (grant, person) in register::staff(&inside.app).await? {
        let held = letter_box::cards(&inside.app, person.citizen.cpr).await?;
        let cards: Vec<_> = held.iter().filter(|card| card.nemid == grant.nemid).collect();
        // Keys are answered from the card in use.
        let at_hand = cards.iter().find(|card| card.state.code() == "active").or(cards.last());
        let memory = person.memories.get(&grant.nemid);
        let mut told = json!({
            "name": person.citizen.name,
            "cpr": person.citizen.cpr.digits(),
            "role": grant.role.code(),
            "title": grant.title,
            "place": grant.role.place(),
            "place_name": grant.role.place().map(places::title),
            "office": grant.role.counter(),
            "nemid_number": grant.nemid,
            "user_id": memory.map(|memory| &memory.user_id),
            "password": memory.map(|memory| &memory.password),
            "card": at_hand.map(|card| view::card_json(card)),
            "cards": cards.iter().map(|card| view::card_json(card)).collect::<Vec<_>>(),
        });
        if let (Some(fields), Some(Value::Object(card))) =
            (told.as_object_mut(), at_hand.map(|card| view::card_json(card)))
        {
            fields.extend(card.into_iter().filter(|(name, _)| name != "state"));
        }
        all.push(told);
    }
    Ok(Json(Value::Array(all)))
}
