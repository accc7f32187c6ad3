//! The call that checks a signed file.

use serde_json::{Value, json};

use super::{Paths, bodies, call, of, with_body};
use crate::world::api::openapi::schemas::{instant, maybe, object, text, word};
use rules::nemid::block::CertificateBlockReason;
use service::cases::certificates::validation::{Finding, MOST_SIGNATURES};

pub(super) fn paths() -> Paths {
    let check = "Checks a signed file: the document as NemID had it (XML), or a PDF. It is not kept. Good is a signature that holds \
                 for the whole file and was made while its certificate was valid, whatever became of that later.";
    let check =
        call(check, &of("Verification"), &[400, 413, 415, 422], with_body(json!({}), &bodies::signed_file()));
    vec![("/verify".into(), json!({ "post": check }))]
}

/// What is found out about a file.
pub(super) fn schemas() -> Value {
    let signatures = json!({
        "type": "array", "maxItems": MOST_SIGNATURES, "items": of("FileSignature"),
        "description": "Those that hold, in their order; none unless all of them do.",
    });
    json!({
        "Verification": object(json!({ "verdict": word(&Finding::VERDICTS), "signatures": signatures })),
        "FileSignature": object(json!({
            "kind": word(&["xml", "pdf"]), "name": text(), "number": text(), "signed": instant(),
            "good_when_signed": { "type": "boolean" }, "site": maybe(), "title": maybe(), "text": maybe(),
            "certificate": of("CheckedCertificate"),
        })),
        "CheckedCertificate": object(json!({
            "serial": { "type": "string", "pattern": "^[0-9A-F]{8}$" }, "from": instant(), "until": instant(),
            "state": word(&["good", "expired", "not_yet", "blocked"]), "blocked": maybe_instant(),
            "reason": reason(),
            "may": uses(&["log_on", "sign", "encrypt"]), "may_not": uses(&["issue"]),
            "limit_of_amount": { "type": "null", "description": "There is none; who receives a signature may set one." },
        })),
    })
}

fn maybe_instant() -> Value {
    json!({ "type": ["string", "null"], "format": "date-time" })
}

fn reason() -> Value {
    let mut words: Vec<_> = CertificateBlockReason::ALL.iter().map(|one| json!(one)).collect();
    words.push(Value::Null);
    json!({
        "type": ["string", "null"], "enum": words,
        "description": "Why it was blocked; null also where that is no longer kept.",
    })
}

fn uses(words: &[&str]) -> Value {
    json!({ "type": "array", "items": word(words) })
}
