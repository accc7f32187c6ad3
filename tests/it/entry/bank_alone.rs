//! A person who has only a netbank's NemID is sent to the bank, which helps (Guide 3.2.2, Rules 3.4), and is
//! promised nothing that does not come.

use crate::site::Site;

const METTE: &str = "Mette Odgaard";
const STINE: &str = "Stine Udsen";
const BANK: &str = "/tjenester/hedebanken";

/// What the receipt says to whoever blocks somebody's password without logging on.
fn blocks(site: &Site, name: &str, cpr: &str, no_letter: bool) -> String {
    let browser = site.browser();
    let form = browser.open("/spaer").form("Spær nu").tick("Adgangskoden: af en anden grund");
    let form = if no_letter { form.tick("Send mig ikke") } else { form };
    form.fill("Navn", name).fill("CPR-nummer", cpr).submit().text()
}

#[test]
fn the_receipt_of_a_block_promises_a_bank_s_customer_no_letter_and_says_the_same_to_everybody() {
    for no_letter in [false, true] {
        let site = Site::filled();
        let told = blocks(&site, METTE, &site.cpr_of(METTE), no_letter);
        assert!(told.contains("Er dit NemID kun til netbank, så bed din bank"), "{told}");
        assert!(!told.contains("adgangskode er på vej"), "{told}");
        assert_eq!(told, blocks(&site, STINE, &site.cpr_of(STINE), no_letter));
        assert_eq!(told, blocks(&site, STINE, "610772-1234", no_letter));
    }
}

#[test]
fn the_right_password_of_a_blocked_one_is_told_who_helps() {
    let site = Site::filled();
    for (name, helps, not) in
        [(METTE, "Bed banken", "borgerservice"), (STINE, "borgerservice", "i netbanken")]
    {
        let person = site.named(name);
        blocks(&site, name, &person.cpr, false);
        for path in [BANK, "/log-paa"] {
            let box_says = person.types_password(path, &person.password).text();
            let told = box_says.split("Bruger-id").next().unwrap();
            assert!(told.contains("Adgangskoden er spærret") && told.contains(helps), "{name}: {told}");
            assert!(!told.contains(not), "{name}: {told}");
        }
    }
}

#[test]
fn a_netbank_says_whom_to_ask_for_a_forgotten_password() {
    let site = Site::filled();
    let browser = site.browser();
    let page = browser.open(BANK);
    page.says("så bed Hedebanken om en midlertidig adgangskode");
    page.follow("Glemt adgangskode").says("Er dit NemID kun til netbank, så bed din bank");
    let business = browser.open("/tjenester/fjordbanken-erhverv");
    business.says("bed Fjordbanken Erhverv om en midlertidig adgangskode");
    assert!(!business.body.contains("/glemt-adgangskode"), "nobody's NemID there is helped by it");
    let public = browser.open("/tjenester/borgerportalen");
    public.never_says("bed din bank").follow("Glemt adgangskode");
}

#[test]
fn at_a_netbank_a_wrong_remembered_password_is_sent_to_that_bank() {
    let site = Site::filled();
    let (henrik, mette) = (site.clerk("hedebanken"), site.named(METTE));
    let choice = henrik.finds(&mette.cpr).follow("Spær adgangskode");
    henrik.signs(&choice.form("Næste").tick("Kunden tror").submit()).says("PIN-brev er på vej");
    site.clock_moves("working_days", 4);
    let digits = mette.opens_letter("pin_letter")["temporary_password"].as_str().unwrap().to_owned();
    let page = mette.types_temporary(&format!("{BANK}/aktiver"), &digits);
    let form = page.form("Næste").fill("Den adgangskode, du havde", "forkert 1");
    let form = form.fill("Ny adgangskode", "sommerbad 18").fill("Gentag ny adgangskode", "sommerbad 18");
    form.submit().says("bed Hedebanken om at nulstille den").never_says("borgerservice");
}
