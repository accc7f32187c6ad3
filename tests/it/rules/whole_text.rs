//! The sentences of the rules that are a duty or a fact alone, and the pages that the rules refer to, in both languages.

use crate::site::Site;

/// What the rules page says, in Danish and in English.
const SAYS: [(&str, &str); 17] = [
    ("Offentlige Certifikater til Elektronisk Service", "public certificates for electronic services"),
    ("betalingslovens regler", "the Danish Payments Act"),
    ("»Vi« er operatøren af NemID", "“We” is the operator of NemID"),
    ("hverken CVR-nummer eller telefonnummer", "neither a company number nor a telephone number"),
    ("skriv heller ikke pinkoden ned", "do not write down the PIN either"),
    ("adgangskoden eller pinkoden", "the password or the PIN"),
    ("nøgleviseren og den telefon eller tablet", "the code token and the phone or tablet"),
    ("andre har installeret en nøgleapp med dit NemID", "others have installed a code app with your NemID"),
    (
        "nummeret på nøglekortet, nøgleviseren eller nøgleappen",
        "the number of the code card, the code token or the code app",
    ),
    ("har alvorlige sikkerhedshuller", "has serious security holes"),
    (
        "nøgleviseren eller nøgleappen spærret, lader nogle banker",
        "the code token or the code app is blocked, some banks",
    ),
    ("På Selvbetjening lukker du dit NemID", "in Self-service you close your NemID"),
    ("PID-tjeneste hos Digitaliseringsstyrelsen", "PID service at Digitaliseringsstyrelsen"),
    (
        "dit CPR-nummer og, hvis den har dem, din e-mail og dit mobilnummer",
        "your CPR number and, if it has them, your e-mail and your mobile number",
    ),
    ("spørger banken dig først", "the bank asks you first"),
    ("Dansk ret gælder for alle disse regler", "All these rules are governed by Danish law"),
    ("Hver version kan læses i sin helhed", "Each version can be read whole"),
];

#[test]
fn what_the_rules_say_stands_on_their_page_in_both_languages() {
    let site = Site::filled();
    let browser = site.browser();
    let (danish, english) = (browser.open("/regler").text(), browser.open("/sprog/en?til=/regler").text());
    for (da, en) in SAYS {
        assert!(danish.contains(da), "{da}");
        assert!(english.contains(en), "{en}");
    }
    for text in [&danish, &english] {
        assert!(!text.contains("Nets") && !text.contains("30808460"), "no real company is named");
    }
}

#[test]
fn the_rules_lead_to_security_glossary_and_certificates() {
    let site = Site::filled();
    let browser = site.browser();
    let rules = browser.open("/regler");
    rules
        .follow("Læs mere om sikkerhed og logfiler")
        .says("Det gemmer vi")
        .says("IP-adressen")
        .says("Logfiler på din egen");
    rules.follow("Begreber").says("Nøgleviser").says("IVR").says("Spærreliste");
    rules
        .follow("Om certifikater")
        .says("To nøgler, der hører sammen")
        .says("Før du stoler på en underskrift");
    browser.open("/oversigt").says("Sikkerheden bag NemID").says("Begreber").says("Om certifikater");
    browser.open("/sprog/en?til=/begreber").says("Glossary").says("Code token");
    browser.open("/sikkerhed").says("What we record");
    browser.open("/om-certifikater").says("Two keys that belong together");
}
