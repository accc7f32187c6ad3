//! The name and colour of each state: the same for the citizen, for the employee at a desk and for the
//! trainer in the control room.

use std::collections::{BTreeMap, BTreeSet};

use crate::browser::{Visit, select, text_of};
use crate::guide::desk::{ORDER, TEMPORARY};
use crate::site::Site;

/// The tags of a page: the words of each with its colour.
fn tags(page: &Visit<'_, '_>) -> Vec<(String, String)> {
    let tag = |tag: scraper::ElementRef<'_>| {
        let colour = tag.value().classes().find_map(|class| class.strip_prefix("badge-"));
        (text_of(tag), colour.unwrap().to_owned())
    };
    page.html().select(&select("main .badge")).map(tag).collect()
}

#[test]
fn a_state_has_the_same_colour_for_citizen_desk_and_control_room() {
    let site = Site::filled();
    let (desk, olga, hanne) = (site.desk(), site.operator(), site.named("Hanne Iversen"));
    hanne.logs_on();
    let form = hanne.browser.open("/selvbetjening/noeglekort/spaer").form("Spær");
    let own = form.tick("Jeg har mistet det").submit();
    let mut seen: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut look = |page: &Visit<'_, '_>, states: &[&str]| {
        let tags = tags(page);
        for state in states {
            assert!(tags.iter().any(|(words, _)| words == state), "{} shows {tags:?}", page.path);
        }
        for (words, colour) in tags {
            seen.entry(words).or_default().insert(colour);
        }
    };
    // Cards and certificates, as their holder sees them, as the operator does and as the trainer does.
    look(&own, &["Spærret"]);
    look(&hanne.browser.open("/selvbetjening/certifikat"), &["Gyldigt"]);
    look(&olga.finds(&hanne.cpr), &["Spærret", "I brug"]);
    let of_hanne = format!("/kontrolrum/personer/{}", hanne.cpr);
    look(&site.browser().open(&of_hanne), &["Spærret", "I brug"]);
    // NemIDs, at the counter and in the control room.
    look(&desk.serves(ORDER, &site.named("Søren Ibsen"), &["Pas"]), &["Spærret"]);
    for name in ["Hanne Iversen", "Jette Kjær", "Rikke Søndergaard"] {
        look(&desk.maintains(TEMPORARY, &site.named(name)), &[]);
    }
    let states = ["I brug", "Ikke aktiveret", "Låst i 8 timer", "Adgangskode spærret", "Spærret", "Lukket"];
    look(&site.browser().open("/kontrolrum/personer"), &states);
    let odd: Vec<_> = seen.iter().filter(|(_, colours)| colours.len() > 1).collect();
    assert!(odd.is_empty(), "{odd:?}");
}
