//! Rules 4.3: the operator blocks a certificate, and the reason goes out by e-mail and by letter.

use selvbetjening::rules::nemid::block::CertificateBlockReason;
use selvbetjening::rules::nemid::certificate::Reliance;

use crate::site::Site;

#[test]
fn the_operator_blocks_it_and_the_reason_comes_by_mail_and_by_letter() {
    let site = Site::filled();
    let (olga, stine) = (site.operator(), site.person(|one| one["name"] == "Stine Udsen"));
    let letters = stine.letters().len();
    let page = olga.finds(&stine.cpr).follow("Spær certifikat");
    let page = olga.signs(&page.form("Næste").tick("Reglerne for NemID er ikke overholdt").submit());
    page.says("Certifikatet er spærret");
    let nemid = site.public_nemid_of("Stine Udsen");
    let reliance = nemid.certificate().unwrap().reliance(site.now());
    let reason = CertificateBlockReason::RulesBroken;
    assert_eq!(reliance, Reliance::Blocked { at: site.now(), reason });
    assert_eq!(stine.letters().len(), letters + 1);
    let messages = site.world(&format!("persons/{}/messages", stine.cpr)).to_string();
    assert!(messages.contains("brud på reglerne for NemID"), "{messages}");
    let serial = nemid.certificate().unwrap().serial.to_string();
    site.browser().open("/spaerreliste").says(&serial).says("brud på reglerne");
}
