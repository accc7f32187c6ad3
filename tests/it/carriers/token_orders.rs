//! A token that is ordered by somebody else: at an office's counter, at a bank, by the operator (Rules 1, D36, D39).

use rocket::http::Status;

use crate::people::Person;
use crate::site::Site;

const ORDER_TOKEN: &str = "/ra/vedligehold/noegleviser";

impl Person<'_> {
    /// The token that somebody else ordered arrives, and is taken into use.
    fn uses_what_was_ordered(&self) {
        assert_eq!(self.states_of_kind("token"), ["ordered"]);
        self.site.clock_moves("working_days", 4);
        let serial = self.opens_letter("key_token")["serial"].as_str().unwrap().to_owned();
        self.logs_on();
        self.takes_token_into_use(&serial);
    }
}

#[test]
fn the_counter_orders_one_which_goes_by_post_and_is_in_the_journal_and_the_log() {
    let site = Site::filled();
    let (desk, willy) = (site.desk(), site.named("Willy Åkjær"));
    desk.officer.browser.open("/ra/vedligehold").says("nøgler fra en nøgleviser");
    // What is enough for having a card sent is enough here: nothing is handed over (D17).
    let page = desk.serves(ORDER_TOKEN, &willy, &["Sundhedskort", "Bopælsattest"]).form("Næste").submit();
    page.says("I virkeligheden koster en nøgleviser penge; tag ingen her");
    let read = page.form("Næste").submit();
    read.says("sendt med posten til folkeregisteradressen").says("her er der ikke betalt noget");
    let receipt = desk.signs(&read);
    receipt.says("Nøgleviseren er bestilt").says("Nøgleviseren kommer med posten torsdag den 7. marts");
    desk.officer.browser.open("/ra/journal").says("Bestil nøgleviser").says("Willy Åkjær");

    // One at a time.
    let page = desk.maintains(ORDER_TOKEN, &willy);
    page.says("Der kan ikke bestilles en nøgleviser").says("Der er allerede en på vej");
    willy.was_told("", "En nøgleviser er på vej");
    willy.uses_what_was_ordered();
    let log = willy.opens("/haendelseslog");
    log.says("blev bestilt og sendes med posten").says("Borgerservice Fjordby").says("RA-portalen");
    // In place of the one in use another can be ordered: its battery may be about to end.
    let read = desk.maintains(ORDER_TOKEN, &willy).form("Næste").submit();
    desk.signs(&read).says("Nøgleviseren er bestilt");
}

#[test]
fn the_counter_says_why_none_can_be_ordered_and_that_a_card_is_needed() {
    let site = Site::filled();
    let desk = site.desk();
    let page = desk.maintains(ORDER_TOKEN, &site.named("Esben Hjorth"));
    page.says("En nøgleviser bliver kun sendt med posten").never_says("Borgerservice kan udlevere");
    let willy = site.named("Willy Åkjær");
    let page = desk.maintains(ORDER_TOKEN, &willy);
    let world = site.browser();
    world.open(&format!("/kontrolrum/personer/{}", willy.cpr)).press("Fjern folkeregisteradressen");
    let again = page.form("Næste").submit();
    again.is(Status::UnprocessableEntity).says("der er ingen adresse at sende til");
    let waiting = site.named("Anna Bøgh");
    desk.maintains(ORDER_TOKEN, &waiting)
        .says("Der kan ikke bestilles en nøgleviser")
        .never_says("Dit NemID");

    let finn = site.named("Finn Gram");
    desk.blocks_cards(&finn);
    let page = desk.maintains(ORDER_TOKEN, &finn);
    page.says("Borgeren har intet nøglekort, der kan bruges");
    let receipt = desk.signs(&page.form("Næste").submit());
    receipt.says("Du kan udlevere et nyt med det samme").says("Nøgleviseren kommer med posten");
}

#[test]
fn for_a_blocked_password_the_counter_orders_and_its_holder_cannot() {
    let site = Site::filled();
    let blocked = site.person_in_state("password_blocked");
    let desk = site.desk();
    let read = desk.maintains(ORDER_TOKEN, &blocked).form("Næste").submit();
    desk.signs(&read).says("Nøgleviseren er bestilt");
    assert_eq!(blocked.states_of_kind("token"), ["ordered"]);
}

#[test]
fn a_bank_orders_one_for_its_customer_and_the_operator_for_anybody() {
    let site = Site::filled();
    let (clerk, kirsten) = (site.clerk("fjordbanken"), site.named("Kirsten Munk"));
    let page = clerk.finds(&kirsten.cpr).follow("Bestil nøgleviser");
    page.says("I virkeligheden koster den penge; her tages der ingen");
    let receipt = clerk.signs(&page.form("Næste").submit());
    receipt.says("Nøgleviseren er bestilt").says("på vej med posten og ventes");
    receipt.never_says("Bestil nøgleviser");
    kirsten.uses_what_was_ordered();
    kirsten.opens("/haendelseslog").says("Fjordbanken");

    let (operator, stine) = (site.operator(), site.named("Stine Udsen"));
    let page = operator.finds(&stine.cpr).follow("Bestil nøgleviser");
    operator.signs(&page.form("Næste").submit()).says("Nøgleviseren er bestilt");
    stine.uses_what_was_ordered();
}
