//! What `/valider` and the call `verify` find out about files that other programs have written, changed, or made to deceive:
//! both say the same of each, and judges that know nothing of ours agree (Rules 4.5).

use base64::prelude::{BASE64_STANDARD, Engine};
use rocket::http::{ContentType, Status};
use serde_json::{Value, json};

use super::encrypted::key_of;
use super::judges::Court;
use super::signed::{pyhanko, signed, xmlsec};
use crate::people::Person;
use crate::site::Site;
use crate::world::api;

/// What the page and the call say of a file; they agree.
fn verdict(site: &Site, file: &[u8]) -> String {
    let said = verified(site, file);
    let verdict = said["verdict"].as_str().unwrap();
    let title = match verdict {
        "good" => "Underskriften er gyldig",
        "not-good" => "Underskriften gælder ikke",
        "changed" => "Dokumentet er ændret",
        "added" => "Der er føjet noget til efter underskriften",
        "foreign" => "Certifikatet er ikke fra os",
        "too-many" => "Filen har for mange underskrifter",
        "not-signed" => "Filen er ikke et underskrevet dokument herfra",
        other => panic!("{other}"),
    };
    let page = site.browser();
    let page = page.uploads("/valider", file);
    page.is(Status::Ok).says(title);
    for one in said["signatures"].as_array().unwrap() {
        page.says(one["name"].as_str().unwrap()).says(one["certificate"]["serial"].as_str().unwrap());
    }
    verdict.to_owned()
}

fn verified(site: &Site, file: &[u8]) -> Value {
    let (status, said) = api::post(site, "verify", &json!({ "file": BASE64_STANDARD.encode(file) }));
    assert_eq!(status, Status::Ok);
    said
}

/// The document of somebody who has signed, as text.
fn document(court: &Court<'_>) -> String {
    String::from_utf8(court.read("signed.xml")).unwrap()
}

/// Signs a PDF with a key of the court.
fn signs(court: &Court<'_>, pdf: &str, field: &str, key: &str, at: jiff::Timestamp) -> Vec<u8> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/judges/sign.py");
    let at = at.as_second();
    court
        .python(&format!("python {script} {pdf} more.{pdf} {key}.key.pem {key}.pem {field} {at}"))
        .is_content();
    court.read(&format!("more.{pdf}"))
}

/// The key of somebody's certificate, as only the service has it, and the certificate, as `theirs`.
fn takes_key(court: &Court<'_>, person: &Person<'_>) {
    person.logs_on();
    court.fetch_certificate(person, "theirs");
    key_of(court, person);
    court.openssl("pkey -inform DER -in theirs.key -out theirs.key.pem").is_content();
}

#[test]
fn a_document_that_another_program_has_written_anew_is_the_same_document() {
    let site = Site::filled();
    let (court, _) = signed(&site);
    let text = document(&court);
    assert_eq!(verdict(&site, text.as_bytes()), "good");
    let proof = text.split("<ds:SignatureValue>").nth(1).unwrap().split('<').next().unwrap();
    let in_lines: Vec<_> =
        proof.as_bytes().chunks(64).map(|line| std::str::from_utf8(line).unwrap()).collect();
    let written_anew = text
        .replace("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", "")
        .replace(
            "<ds:Signature Id=\"signature\">",
            "\r\n<!-- passed on --><ds:Signature  Id = 'signature' >\n",
        )
        .replace("></ds:Transform>", " />")
        .replace("<ds:Object Id=\"ToBeSigned\">", "<ds:Object\n  Id='ToBeSigned'>")
        .replace(
            " Encoding=\"base64\" VisibleToSigner=\"yes\">",
            " VisibleToSigner='yes'   Encoding='&#98;ase64'>",
        )
        .replace(
            "<openoces:Name>signtext</openoces:Name>",
            "<openoces:Name><!-- what -->sign<![CDATA[text]]></openoces:Name>",
        )
        .replace(proof, &format!("\n{}\n", in_lines.join("\n")));
    assert_ne!(written_anew, text);
    court.keep("anew.xml", written_anew.as_bytes());
    xmlsec(&court, "anew.xml").is_content();
    assert_eq!(verdict(&site, written_anew.as_bytes()), "good");
    let said = verified(&site, written_anew.as_bytes());
    let one = &said["signatures"][0];
    assert_eq!(
        (&one["kind"], &one["name"], &one["site"]),
        (&json!("xml"), &json!("Stine Udsen"), &json!("Borgerportalen"))
    );
    assert!(one["text"].as_str().unwrap().contains("tro og love"));
    assert_eq!(one["certificate"]["state"], "good");
    assert_eq!(one["certificate"]["may"], json!(["log_on", "sign", "encrypt"]));
}

#[test]
fn whatever_is_changed_in_what_was_signed_or_put_beside_it_is_found() {
    let site = Site::filled();
    let (court, _) = signed(&site);
    let text = document(&court);
    let changed = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    };
    for tampered in [
        changed("VisibleToSigner=\"yes\"", "VisibleToSigner=\"no\""),
        changed("<openoces:Name>title", "<openoces:Name>Title"),
        changed("<ds:SignatureProperties>", "<ds:SignatureProperties> "),
        changed("<ds:DigestValue>", "<ds:DigestValue>A"),
    ] {
        court.keep("changed.xml", tampered.as_bytes());
        xmlsec(&court, "changed.xml").refuses("");
        assert!(["changed", "not-signed"].contains(&verdict(&site, tampered.as_bytes()).as_str()));
    }
    let property = "<ds:Object><ds:SignatureProperties><ds:SignatureProperty Target=\"#signature\"><openoces:Name>signtext\
                    </openoces:Name><openoces:Value Encoding=\"base64\" VisibleToSigner=\"yes\">SGVq</openoces:Value>\
                    </ds:SignatureProperty></ds:SignatureProperties></ds:Object>";
    for more in [
        changed("</ds:Signature>", &format!("{property}</ds:Signature>")),
        changed("</ds:Signature>", "and more</ds:Signature>"),
        changed(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<?xml version=\"1.0\"?><?xml-stylesheet href='a'?>",
        ),
        format!("{text}<!-- more --><a/>"),
        format!("{text}and more"),
    ] {
        assert_eq!(verdict(&site, more.as_bytes()), "added", "{more}");
    }
    // Two parts of the name that is signed: one of them is what was signed.
    let twice = changed("<ds:KeyInfo>", "<ds:KeyInfo Id=\"ToBeSigned\">");
    assert_eq!(verdict(&site, twice.as_bytes()), "not-signed");
    // The properties of one document below the signature of another.
    let other = changed("<ds:Object Id=\"ToBeSigned\">", "<ds:Object Id=\"Other\">");
    assert_eq!(verdict(&site, other.as_bytes()), "not-signed");
}

#[test]
fn a_document_that_would_blow_up_or_fetch_another_is_not_read() {
    let site = Site::filled();
    let (court, _) = signed(&site);
    let text = document(&court);
    let declared = |type_of: &str, from: &str, to: &str| {
        text.replacen("\"UTF-8\"?>\n", &format!("\"UTF-8\"?>\n<!DOCTYPE a [{type_of}]>\n"), 1)
            .replacen(from, to, 1)
    };
    let laugh = |n: u8| {
        let before = format!("&l{};", n - 1).repeat(10);
        format!("<!ENTITY l{n} \"{before}\">")
    };
    let laughs = (1..10).map(laugh).collect::<Vec<_>>().concat();
    let deep = format!("{}{}", "<a>".repeat(50_000), "</a>".repeat(50_000));
    let wide = format!("<a>{}</a>", "<b/>".repeat(100_000));
    let began = std::time::Instant::now();
    for hostile in [
        declared(&format!("<!ENTITY l0 \"ha\">{laughs}"), "<ds:KeyInfo>", "<ds:KeyInfo>&l9;"),
        declared("<!ENTITY x SYSTEM \"file:///etc/passwd\">", "<ds:KeyInfo>", "<ds:KeyInfo>&x;"),
        declared("", "", ""),
        deep,
        wide,
        "signature>".repeat(40_000),
    ] {
        assert_eq!(verdict(&site, hostile.as_bytes()), "not-signed");
    }
    assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
}

#[test]
fn what_is_added_to_a_receipt_or_hidden_in_the_place_of_its_signature_is_found() {
    let site = Site::filled();
    let (court, _) = signed(&site);
    let receipt = court.read("receipt.pdf");
    assert_eq!(verdict(&site, &receipt), "good");
    let said = verified(&site, &receipt);
    assert_eq!(said["signatures"][0]["kind"], "pdf");
    assert_eq!(said["signatures"][0]["signed"], "2019-03-04T08:00:00Z");
    assert_eq!(said["signatures"][0]["title"], Value::Null);

    let longer = [&receipt[..], b"\n% more\n"].concat();
    assert_eq!(verdict(&site, &longer), "added");
    let from = find(&receipt, b"/Contents <") + b"/Contents <".len();
    let end = from + find(&receipt[from..], b">");
    let put = |at: usize, byte: u8| {
        let mut bytes = receipt.clone();
        bytes[at] = byte;
        bytes
    };
    let upper: Vec<_> = (0..receipt.len())
        .map(|at| if (from..end).contains(&at) { receipt[at].to_ascii_uppercase() } else { receipt[at] })
        .collect();
    assert_ne!(upper, receipt);
    assert_eq!(verdict(&site, &upper), "good", "digits of the same value");
    for hidden in [put(end - 2, b'1'), put(from + 40, b'0'), put(end - 1, b'x'), put(200, b'#')] {
        assert_eq!(verdict(&site, &hidden), "changed");
    }
    let range = find(&receipt, b"/ByteRange [");
    for wrong in ["/ByteRange [0 00", "/ByteRange [1 ", "/ByteRange {0", "/ByteRange [0 -1"] {
        let mut bytes = receipt.clone();
        bytes[range..range + wrong.len()].copy_from_slice(wrong.as_bytes());
        assert_eq!(verdict(&site, &bytes), "changed", "{wrong}");
    }
    assert_eq!(verdict(&site, &receipt[..receipt.len() - 20]), "changed", "its end is gone");
    let crowded = [&receipt[..], b" /ByteRange [0 1 2 3]".repeat(10).as_slice()].concat();
    assert_eq!(verdict(&site, &crowded), "too-many");
}

#[test]
fn a_stranger_who_signs_is_nobody_we_know_even_behind_one_of_ours() {
    let site = Site::filled();
    let (court, _) = signed(&site);
    let subject = "req -x509 -newkey rsa:2048 -nodes -keyout foreign.key.pem -out foreign.pem -subj /CN=Stine -days 3650";
    court.openssl(&format!("{subject} -set_serial 0x10000001")).is_content();
    let now = site.now();
    let both = signs(&court, "receipt.pdf", "Fremmed", "foreign", now);
    assert_eq!(verdict(&site, &both), "foreign");
    // A file of the stranger's own that was changed since.
    let mut changed = both;
    let at = find(&changed, b"%PDF-") + 6;
    changed[at] ^= 1;
    assert_eq!(verdict(&site, &changed), "changed");
}

#[test]
fn a_signature_is_good_or_not_by_what_its_certificate_was_when_it_was_made() {
    let site = Site::filled();
    let (court, stine) = signed(&site);
    takes_key(&court, &stine);
    let certificate = stine.nemid().certificate().unwrap().clone();
    let hour = jiff::SignedDuration::from_hours(1);
    // Whoever had the key could sign as the service does.
    let at = |at: jiff::Timestamp| verdict(&site, &signs(&court, "receipt.pdf", "Mere", "theirs", at));
    assert_eq!(at(site.now()), "good");
    let both = verified(&site, &court.read("more.receipt.pdf"));
    assert_eq!(both["signatures"].as_array().unwrap().len(), 2);
    pyhanko(&court, "receipt.pdf").is_content();
    assert_eq!(at(certificate.until - hour), "good");
    assert_eq!(at(certificate.until + hour), "not-good", "it had run out");
    assert_eq!(at(certificate.from - hour), "not-good", "it had not begun");

    site.clock_moves("hours", 2);
    stine.logs_on();
    stine.browser.open("/selvbetjening/certifikat/spaer").press("Spær certifikat");
    let blocked = site.now();
    assert_eq!(at(blocked - hour), "good", "it was blocked later");
    let said = verified(&site, &court.read("more.receipt.pdf"));
    let told = &said["signatures"][0]["certificate"];
    assert_eq!((&told["state"], &told["reason"]), (&json!("blocked"), &json!("holder_asked")));
    assert_eq!(at(blocked), "not-good");
    assert_eq!(at(blocked + hour), "not-good");
    let said = verified(&site, &court.read("more.receipt.pdf"));
    let when_signed = |nth: usize| said["signatures"][nth]["good_when_signed"].as_bool().unwrap();
    assert!(when_signed(0) && !when_signed(1));
}

#[test]
fn the_call_takes_one_file_in_base64_and_nothing_else() {
    let site = Site::filled();
    for wrong in [
        json!({}),
        json!([]),
        json!({ "file": "" }),
        json!({ "file": 1 }),
        json!({ "file": "hej!" }),
        json!({ "file": "SGVq", "name": "a" }),
        json!({ "file": "SGV" }),
        json!({ "file": "SG Vq" }),
    ] {
        let (status, said) = api::post(&site, "verify", &wrong);
        assert_eq!((status, &said["error"]), (Status::UnprocessableEntity, &json!("verify_file")), "{wrong}");
    }
    assert_eq!(verdict(&site, b"Hej"), "not-signed");
    let largest = vec![b'a'; 512 * 1_024];
    assert_eq!(verified(&site, &largest)["verdict"], "not-signed");
    let larger = BASE64_STANDARD.encode(vec![b'a'; 513 * 1_024]);
    let call = site.client.post("/api/world/verify").header(ContentType::JSON);
    assert_eq!(call.body(json!({ "file": larger }).to_string()).dispatch().status(), Status::PayloadTooLarge);
    let call = site.client.post("/api/world/verify").header(ContentType::JSON);
    assert_eq!(call.body("{").dispatch().status(), Status::BadRequest);
    let call = site.client.post("/api/world/verify").header(ContentType::Plain);
    assert_eq!(call.body("hej").dispatch().status(), Status::UnsupportedMediaType);
}

fn find(bytes: &[u8], words: &[u8]) -> usize {
    bytes.windows(words.len()).position(|window| window == words).unwrap()
}
