//! Rules 4.5: a receiver of signed data checks whether a certificate is valid, expired or blocked, and its
//! limits.

use rocket::http::Status;

use crate::site::Site;

fn serial_of(site: &Site, name: &str) -> String {
    site.public_nemid_of(name).certificate().unwrap().serial.to_string()
}

#[test]
fn a_receiver_learns_whether_a_certificate_is_valid_expired_or_blocked_and_no_name() {
    let site = Site::filled();
    let receiver = site.browser();
    let check = |serial: &str| {
        let page = receiver.open("/spaerreliste").follow("Kontrollér ét certifikat");
        page.form("Kontrollér").fill("Serienummer", serial).submit()
    };
    let stine = serial_of(&site, "Stine Udsen");
    check(&stine)
        .says("Certifikatet er gyldigt")
        .says("Det må ikke bruges til at udstede")
        .never_says("Stine");
    check(&serial_of(&site, "Tina Vestergaard")).says("Certifikatet er udløbet");
    check("0000beef").says("Vi har ikke udstedt det certifikat");
    check("nej").is(Status::UnprocessableEntity).says("otte tegn");

    let olga = site.operator();
    let page = olga.finds(&site.cpr_of("Stine Udsen")).follow("Spær certifikat");
    olga.signs(&page.form("Næste").tick("Indehaveren").submit());
    check(&stine.to_lowercase()).says("Certifikatet er spærret").says("4. marts 2019");
    let listed = receiver.open("/spaerreliste").follow(&stine);
    listed.says("Certifikatet er spærret").says("indehaverens eget ønske");
}

#[test]
fn a_page_beyond_the_end_of_the_list_is_the_last_one() {
    let site = Site::filled();
    let receiver = site.browser();
    let last = receiver.open("/spaerreliste").text();
    let beyond = receiver.open("/spaerreliste?side=99");
    beyond.never_says("Ingen certifikater er spærret");
    assert_eq!(beyond.text(), last);
    assert_eq!(receiver.open("/spaerreliste?side=0").text(), last);
}
