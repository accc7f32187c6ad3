//! The carriers of keys beside the card, through the pages and the JSON world (Rules 1, 3.5, 3.9; D36).

pub mod app;
mod app_requests;
mod attacks;
mod blocking;
mod channels;
mod keeping;
mod one_go;
mod several_nemids;
mod sites;
mod texts;
mod token;
mod token_orders;
mod voice;
pub mod waiting;

use serde_json::Value;

use crate::people::Person;

impl Person<'_> {
    /// The carriers that the world lists for the person, of one kind.
    pub fn carriers_of_kind(&self, kind: &str) -> Vec<Value> {
        let all = self.site.world(&format!("persons/{}/carriers", self.cpr));
        all.as_array().unwrap().iter().filter(|one| one["kind"] == kind).cloned().collect()
    }

    /// The words of the states of the person's carriers of one kind, the oldest first.
    pub fn states_of_kind(&self, kind: &str) -> Vec<String> {
        let states = self.carriers_of_kind(kind).into_iter();
        states.map(|one| one["state"].as_str().unwrap().to_owned()).collect()
    }
}
