//! Fuzz target: see `fuzz/checks/requests.rs`. The site, the browser and the people are those of the tests.
#![no_main]

#[allow(dead_code, reason = "the tests use more of it")]
#[path = "../../tests/it/at_once.rs"]
mod at_once;
#[allow(dead_code, unused_imports, reason = "the tests use more of it")]
#[path = "../../tests/it/browser/mod.rs"]
mod browser;
#[path = "../../tests/it/local.rs"]
mod local;
#[allow(dead_code, reason = "the tests use more of it")]
#[path = "../../tests/it/people.rs"]
mod people;
#[path = "../checks/requests.rs"]
mod requests;
#[allow(dead_code, reason = "the tests use more of it")]
#[path = "../../tests/it/site.rs"]
mod site;

use std::cell::OnceCell;

use crate::people::Person;
use crate::site::Site;

thread_local! {
    /// One site for the whole run, with somebody who is logged on everywhere.
    static PERSON: OnceCell<Person<'static>> = const { OnceCell::new() };
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    PERSON.with(|person| {
        let person = person.get_or_init(|| {
            let site: &'static Site = Box::leak(Box::new(Site::filled()));
            requests::logged_on_everywhere(site)
        });
        requests::check(person, bytes);
    });
});
