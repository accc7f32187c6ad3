//! Post that is late, gets lost and is found again (Guide 3.1.1).

use thiserror::Error;

use crate::cases::app::{App, CaseError, Origin, refused};
use crate::cases::world::post::{self, Budget};
use crate::store::post::Letter;
use rules::Refusal;
use rules::actor::{Actor, Channel};
use rules::post::{LetterState, Mishap, MishapRefusal, OnItsWay};

/// Why nothing happens to a letter.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum PostRefusal {
    /// There is no such letter.
    #[error("no such letter")]
    NotThere,
    /// The rules say no.
    #[error(transparent)]
    Rule(#[from] MishapRefusal),
}

impl Refusal for PostRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotThere => "letter-not-there",
            Self::Rule(refusal) => refusal.code(),
        }
    }
}

/// Lets a mishap happen to a letter on its way. Returns the letter after it. A card that was lost at home is found
/// there.
///
/// # Errors
/// [`PostRefusal`], by the state of the letter.
pub async fn happens(app: &App, id: i64, mishap: Mishap) -> Result<Letter, CaseError<PostRefusal>> {
    app.act(&Origin::inside(Channel::World), Actor::Clock, move |act| {
        post::deliver_arrived(act, act.now(), &mut Budget::unlimited())?;
        let letter = act.tx.letter(id)?.ok_or_else(|| refused(PostRefusal::NotThere))?;
        let on_its_way = OnItsWay { state: letter.state, arrives: letter.arrives };
        let mut after = on_its_way.after(mishap, act.now()).map_err(refused::<PostRefusal>)?;
        if mishap == Mishap::Found && post::has_been_delivered(act.tx, &letter)? {
            after = OnItsWay { state: LetterState::Opened, ..on_its_way };
        }
        act.tx.divert_letter(id, after)?;
        Ok(Letter { state: after.state, arrives: after.arrives, ..letter })
    })
    .await
}

/// A letter as it is now.
///
/// # Errors
/// [`PostRefusal::NotThere`].
pub async fn letter(app: &App, id: i64) -> Result<Letter, CaseError<PostRefusal>> {
    app.read::<_, CaseError<PostRefusal>>(move |tx| {
        tx.letter(id)?.ok_or_else(|| refused(PostRefusal::NotThere))
    })
    .await
}
