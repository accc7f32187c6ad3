//! What the calls are sent: bodies and parts of addresses, as narrow as their readers. Texts may have more letters than the
//! patterns say, as long as letters can print them.

use serde_json::{Value, json};

use crate::web::forms::LARGEST_FILE;
use rules::certificates::YOUNGEST;
use rules::newcomers::{ISSUERS, OLDEST, Wished};
use rules::post::LONGEST_DELAY;

/// A name begins with a letter.
const NAME: &str = "^[A-Za-zÀ-ÖØ-öø-ÿ][A-Za-zÀ-ÖØ-öø-ÿ .'’-]*$";
/// A line of an address begins and ends with something that can be seen.
const LINE: &str = "^[!-~À-ÖØ-öø-ÿ]([ -~À-ÖØ-öø-ÿ]*[!-~À-ÖØ-öø-ÿ])?$";
/// A country has a letter.
const COUNTRY: &str = "^[A-Za-zÀ-ÖØ-öø-ÿ]([ -~À-ÖØ-öø-ÿ]*[!-~À-ÖØ-öø-ÿ])?$";
const POSTCODE: &str = "^[0-9]{4}$";
/// The name of a world or of a save point.
pub(super) const WORLD: &str = "^[a-z0-9-]{1,30}$";
const CPR: &str = "^[0-9]{6}-?[0-9]{4}$";
/// The CPR number of a made-up person: 60 is added to the day.
const MADE_UP: &str = "^(6[1-9]|7[0-9]|8[0-8])(0[1-9]|1[0-2])[0-9]{2}-?[0-9]{4}$";

/// An object with exactly these fields, of which some may be left out.
fn exactly(required: &[&str], properties: Value) -> Value {
    json!({
        "type": "object", "required": required, "properties": properties, "additionalProperties": false,
    })
}

fn text(pattern: &str, longest: usize) -> Value {
    json!({ "type": "string", "minLength": 1, "maxLength": longest, "pattern": pattern })
}

/// One step of the clock. More than ten years are always refused, by a day or two less it depends on where the clock stands.
pub(super) fn clock_step() -> Value {
    let step = |name: &str, most: u32| {
        let count = json!({ "type": "integer", "minimum": 0, "maximum": most });
        exactly(&[name], json!({ name: count }))
    };
    let to = exactly(&["to"], json!({ "to": { "type": "string", "format": "date-time" } }));
    json!({
        "description": "Exactly one of them; forward, by ten years at most.",
        "oneOf": [step("hours", 87_672), step("days", 3_653), step("working_days", 2_609), to],
    })
}

/// Who is to be made: a public NemID takes its age, and who logs on has to be able to.
pub(super) fn wish() -> Value {
    let states: Vec<_> = Wished::all().filter(|state| *state != Wished::NoNemId).map(Wished::code).collect();
    let (others, without) = (&ISSUERS[1..], [Wished::NoNemId.code()]);
    let one_of = |states: &[&str], issuers: &[&str], youngest: i16, required: &[&str], session: bool| {
        let age = json!({
            "type": "integer", "minimum": youngest, "maximum": OLDEST,
            "description": "On the world's day, in whole years.",
        });
        let properties = json!({
            "state": { "type": "string", "enum": states },
            "name": text(NAME, 100),
            "age": age,
            "issuer": { "type": "string", "enum": issuers },
            "session": { "type": "boolean", "enum": [session] },
        });
        exactly(required, properties)
    };
    let active = ["active"];
    json!({
        "description": "A name and an age are drawn where there are none, and the issuer is public. Who is made with a \
                        session is logged on.",
        "anyOf": [
            one_of(&states, &ISSUERS[..1], YOUNGEST, &["state"], false),
            one_of(&states, others, 0, &["state", "issuer"], false),
            one_of(&without, &ISSUERS, 0, &["state"], false),
            one_of(&active, &ISSUERS[..1], YOUNGEST, &["state", "session"], true),
            one_of(&active, others, 0, &["state", "issuer", "session"], true),
        ],
    })
}

/// A person's new name.
pub(super) fn name() -> Value {
    exactly(&["name"], json!({ "name": text(NAME, 100) }))
}

/// A person's new registered address.
pub(super) fn address() -> Value {
    let properties =
        json!({ "street": text(LINE, 100), "postcode": text(POSTCODE, 4), "town": text(LINE, 60) });
    exactly(&["street", "postcode", "town"], properties)
}

/// The address that a person states for letters.
pub(super) fn stated_address() -> Value {
    let abroad = json!({
        "street": text(LINE, 100),
        "postcode": { "type": "string", "maxLength": 10, "pattern": "^[ -~À-ÖØ-öø-ÿ]*$" },
        "town": text(LINE, 60),
        "country": text(COUNTRY, 60),
    });
    json!({
        "description": "In Denmark with a postcode, or abroad with a country other than Denmark.",
        "oneOf": [address(), exactly(&["street", "town", "country"], abroad)],
    })
}

/// A person's new CPR number.
pub(super) fn cpr_number() -> Value {
    exactly(&["cpr"], json!({ "cpr": text(MADE_UP, 11) }))
}

/// By how many days a letter is delayed.
pub(super) fn delay() -> Value {
    let days = json!({ "type": "integer", "minimum": 1, "maximum": LONGEST_DELAY });
    exactly(&["days"], json!({ "days": days }))
}

/// What becomes of a thing: at least one fact. A token has only `lost` and `battery`.
pub(super) fn device() -> Value {
    let names = ["lost", "battery", "net", "compromised", "holes"];
    let some = |known: &str| {
        let fact = |name: &&str| {
            let types = if *name == known { json!("boolean") } else { json!(["boolean", "null"]) };
            ((*name).to_owned(), json!({ "type": types }))
        };
        exactly(&[known], Value::Object(names.iter().map(fact).collect()))
    };
    json!({ "anyOf": names.map(some) })
}

/// A PIN.
pub(super) fn pin() -> Value {
    exactly(&["pin"], json!({ "pin": text("^[0-9]{4}$", 4) }))
}

/// User ID and password.
pub(super) fn log_on() -> Value {
    exactly(&["user_id", "password"], json!({ "user_id": text(LINE, 48), "password": text(LINE, 40) }))
}

/// The installation that asks, and the key from the card.
pub(super) fn card_key() -> Value {
    let properties = json!({ "installation": text("^[0-9A-Za-z_-]+$", 100), "key": text("^[0-9]{6}$", 6) });
    exactly(&["installation", "key"], properties)
}

/// The password, and the PIN that is chosen.
pub(super) fn chosen_pin() -> Value {
    exactly(&["password", "pin"], json!({ "password": text(LINE, 40), "pin": text("^[0-9]{4}$", 4) }))
}

/// A file in base64.
pub(super) fn signed_file() -> Value {
    let file = json!({
        "type": "string", "contentEncoding": "base64", "minLength": 4, "maxLength": LARGEST_FILE.div_ceil(3) * 4,
        "pattern": "^([0-9A-Za-z+/]{4})*([0-9A-Za-z+/]{2}==|[0-9A-Za-z+/]{3}=)?$",
    });
    exactly(&["file"], json!({ "file": file }))
}

/// The schema of a part of an address, by its name.
pub(super) fn in_path(name: &str) -> Value {
    match name {
        "cpr" => json!({ "type": "string", "pattern": CPR }),
        "name" | "point" => json!({ "type": "string", "pattern": WORLD, "minLength": 1, "maxLength": 30 }),
        _ => json!({ "type": "string", "minLength": 1, "maxLength": 40, "pattern": "^[0-9A-Za-z-]+$" }),
    }
}
