//! `POST verify`: a signed file is checked as the page `/valider` checks it (Rules 4.5). It is looked at and not kept.

use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, Engine, GeneralPurpose, GeneralPurposeConfig};
use rocket::http::Status;
use rocket::post;
use rocket::serde::json::Json;
use serde_json::{Value, json};

use crate::web::forms::{CheckedJson, LARGEST_FILE};
use crate::world::api::{Answered, ApiError};
use crate::world::gate::Inside;
use rules::nemid::certificate::Reliance;
use service::cases::certificates::validation::{self, Finding, Signature};

/// Base64 as programs write it; what the last letter says beyond the file is not looked at.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::RequireCanonical),
);

/// Checks a file.
#[post("/verify", data = "<body>")]
pub async fn verify(inside: Inside, body: CheckedJson<Value>) -> Answered {
    let finding = validation::look_at(&inside.app, file(&body)?).await?;
    let verdict = finding.verdict();
    let signatures: Vec<_> = match finding {
        Finding::Signed(all) => all.iter().map(signature).collect(),
        _ => Vec::new(),
    };
    Ok(Json(json!({ "verdict": verdict, "signatures": signatures })))
}

/// The file that a body holds, and nothing else.
fn file(body: &Value) -> Result<Vec<u8>, ApiError> {
    let shape = || ApiError::new(Status::UnprocessableEntity, "verify_file", "world-verify-file");
    let fields = body.as_object().filter(|fields| fields.len() == 1).ok_or_else(shape)?;
    let packed = fields.get("file").and_then(Value::as_str).ok_or_else(shape)?;
    let file = BASE64.decode(packed).ok();
    file.filter(|file| (1..=LARGEST_FILE).contains(&file.len())).ok_or_else(shape)
}

fn signature(one: &Signature) -> Value {
    let certificate = &one.certificate;
    let (state, blocked, reason) = match certificate.reliance {
        Reliance::Good => ("good", None, None),
        Reliance::Expired => ("expired", None, None),
        Reliance::NotYet => ("not_yet", None, None),
        Reliance::Blocked { at, reason } => ("blocked", Some(at), reason),
    };
    json!({
        "kind": one.kind.code(),
        "name": one.by.name,
        "number": one.by.number,
        "signed": one.at,
        "good_when_signed": one.is_good(),
        "site": one.said.site,
        "title": one.said.title,
        "text": one.said.text,
        "certificate": {
            "serial": certificate.serial.to_string(),
            "from": certificate.from,
            "until": certificate.until,
            "state": state,
            "blocked": blocked,
            "reason": reason,
            "may": ["log_on", "sign", "encrypt"],
            "may_not": ["issue"],
            "limit_of_amount": null,
        },
    })
}
