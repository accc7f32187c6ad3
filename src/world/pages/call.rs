//! `/kontrolrum/opkald/<id>`: a telephone that rings is taken, and a voice reads a key out (Rules 3.9, D38).

use base64::prelude::{BASE64_STANDARD, Engine};
use rocket::http::Status;
use rocket::post;
use serde::Serialize;

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::forms::{Checked, NoFields};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::world::gate::Inside;
use crate::world::pages::page_of;
use crate::world::voice;
use crate::world::voice::Speech;
use service::cases::world::calls;
use service::cases::world::calls::{CallRefusal, Heard};

#[derive(Serialize)]
struct CallView {
    /// The page of the holder of the NemID.
    back: String,
    telephone: Option<String>,
    /// What is said, sentence by sentence; nothing when it did not ring any more.
    said: Vec<String>,
    /// The sound, as an address that carries it.
    sound: Option<String>,
}

/// Takes the call: the key is heard this once. The page carries the sound, since it is stored nowhere.
#[post("/opkald/<id>/tag", data = "<_sent>")]
pub async fn take(inside: Inside, language: Language, id: i64, _sent: Checked<NoFields>) -> Handled {
    match settle(calls::answer(&inside.app, id).await)? {
        Settled::Done(heard) => Ok(page(&heard, language).into()),
        Settled::Refused(CallRefusal::NotThere) => Err(Status::NotFound.into()),
        Settled::Refused(CallRefusal::NotRinging) => {
            let back = "/kontrolrum/personer".to_owned();
            let view = CallView { back, telephone: None, said: Vec::new(), sound: None };
            Ok(Answer::from(Page::new("world/call.html", view).with_status(Status::Conflict)))
        }
    }
}

fn page(heard: &Heard, language: Language) -> Page {
    let Speech { said, wav } = voice::speech(&heard.key, language);
    let view = CallView {
        back: page_of(heard.holder),
        telephone: Some(heard.call.telephone.to_string()),
        said,
        sound: Some(format!("data:audio/wav;base64,{}", BASE64_STANDARD.encode(wav))),
    };
    Page::new("world/call.html", view).with_sound()
}
