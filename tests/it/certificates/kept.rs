//! How keys are kept: none before it is needed, sealed, erased at the end, and useless without the server key.

use rules::nemid::certificate::CertificateSerial;
use service::cases::certificates::bodies;
use service::cases::upkeep::check;

use super::judges::Court;
use crate::self_service::holder;
use crate::site::Site;

/// The sealed private key of a certificate.
pub fn sealed_key(site: &Site, serial: CertificateSerial) -> Vec<u8> {
    site.value(&format!("SELECT key FROM certificate_bodies WHERE serial = {}", serial.0))
}

/// Whether a certificate's private key is stored; `None` where its body is not either.
pub fn has_key(site: &Site, serial: CertificateSerial) -> Option<bool> {
    let sql = format!("SELECT key IS NOT NULL FROM certificate_bodies WHERE serial = {}", serial.0);
    site.values(&sql).pop()
}

#[test]
fn a_new_world_has_no_key_and_a_page_makes_none() {
    let site = Site::filled();
    assert_eq!(site.count("authorities"), 0);
    let hanne = holder(&site, "Hanne Iversen");
    hanne.opens("/certifikat").says("SELVBETJENING Systemtest I CA").never_says("Fingeraftryk");
    site.browser().open("/spaerreliste");
    assert_eq!(site.count("certificate_bodies"), 0, "nobody waits for a key");
    rocket::execute(bodies::make_needed(&site.app)).unwrap();
    assert_eq!(site.count("certificate_bodies"), 1, "it was made for whom it will be needed");
    assert_eq!(site.count("authorities"), 3);
    hanne.opens("/certifikat").says("Fingeraftryk (SHA-256)").says("Ligger forseglet");
    rocket::execute(bodies::make_needed(&site.app)).unwrap();
    assert_eq!(site.count("certificate_bodies"), 1);
}

#[test]
fn a_certificate_that_is_issued_has_its_key_in_a_moment_and_one_that_is_blocked_has_none() {
    let site = Site::filled();
    let rosa = holder(&site, "Rosa Holm");
    rosa.renews_certificate();
    rocket::execute(bodies::make_needed(&site.app)).unwrap();
    let new = rosa.nemid().certificate().unwrap().serial;
    let kept = |serial: CertificateSerial| has_key(&site, serial);
    assert_eq!(kept(new), Some(true));
    rosa.opens("/certifikat/spaer").press("Spær certifikat");
    assert_eq!(kept(new), Some(false));
    rosa.opens("/certifikat").says("Slettet");
    let (status, ..) = rosa.browser.fetches("/selvbetjening/certifikat/fil/cer");
    assert_eq!(status.code, 200, "the certificate itself stays");
    // One that had ended before it was first asked for has a body and never had a key.
    let tina = holder(&site, "Tina Vestergaard");
    assert_eq!(tina.browser.fetches("/selvbetjening/certifikat/fil/cer").0.code, 200);
    assert_eq!(kept(tina.nemid().certificate().unwrap().serial), Some(false));
}

#[test]
fn no_key_can_be_read_off_the_disk_and_check_finds_one_that_was_changed() {
    let site = Site::filled();
    let court = Court::of(&site);
    let hanne = holder(&site, "Hanne Iversen");
    court.fetch_certificate(&hanne, "theirs");
    let serial = hanne.nemid().certificate().unwrap().serial;
    let sealed = sealed_key(&site, serial);
    let key = site.app.opened_bytes(&format!("certificate:{serial}"), &sealed).unwrap();
    court.keep("theirs.key", &key);
    let by_key = court.openssl("pkey -inform DER -in theirs.key -pubout").said;
    assert_eq!(
        by_key,
        court.openssl("x509 -in theirs.pem -noout -pubkey").said,
        "it is the key of the certificate"
    );
    let disk = site.stored();
    let holds = |needle: &[u8]| disk.windows(needle.len()).any(|window| window == needle);
    court.openssl("x509 -in theirs.pem -outform DER -out theirs.cer").is_content();
    assert!(holds(&court.read("theirs.cer")), "the search finds what is there");
    // Beyond the public half at its beginning, no stretch of the key lies anywhere.
    for stretch in key[key.len() / 2..].chunks_exact(32) {
        assert!(!holds(stretch));
    }
    assert!(site.app.opened_bytes("certificate:10000000", &sealed).is_err(), "it opens as no other's");
    assert!(rocket::execute(check::look_over(&site.app)).is_empty());
    let changed = "key = zeroblob(1) || substr(key, 2)";
    assert_eq!(
        site.change(&format!("UPDATE certificate_bodies SET {changed} WHERE serial = {}", serial.0)),
        1
    );
    let found = rocket::execute(check::look_over(&site.app));
    assert!(found.len() == 1 && found[0].to_string().contains("certificate_bodies"), "{found:?}");
}
