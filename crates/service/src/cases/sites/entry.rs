//! The first step of a log-on at a site: user id and password. The second is everybody's ([`crate::cases::log_on::with_key`]).

use std::sync::Arc;

use crate::cases::access::log_on::{LogOnRefusal, judged};
use crate::cases::access::sessions::Audience;
use crate::cases::app::{App, CaseError, Origin};
use crate::outside::keys::tokens::Token;
use crate::store::sessions::Session;
use crate::store::{StoreError, Tx};
use rules::nemid::{Event, NemId, Purpose};
use rules::providers;
use rules::providers::AfterPassword;
use rules::sites::Site;
use rules::words::{TypedPassword, TypedUserId};

/// What a right password led to.
#[derive(Debug)]
pub enum Entered {
    /// A key is asked for; the token stands for the log-on in progress.
    AsksKey(Token),
    /// In, to look and not to pay (Rules 3.5.4); the token is the session's.
    OnlyToLook(Token),
}

/// User id and password at a site. Where no card can be used the log-on ends here, with a limited session or without.
///
/// # Errors
/// Why not.
pub async fn with_password(
    app: &Arc<App>,
    site: &'static Site,
    typed: (&TypedUserId, &TypedPassword),
    origin: &Origin,
) -> Result<Entered, CaseError<LogOnRefusal>> {
    let token = app.chance.token();
    let question = app.question(&token, (site.log_on(), None));
    let (hash, at) = (app.token_hash(&token), origin.clone());
    let after = judged(app, typed, &site.log_on(), origin, move |tx, app, nemid, stamp| {
        let after = providers::after_password(&nemid, site);
        match after {
            Ok(AfterPassword::Key) => {
                let asked = app.begin_question(tx, &nemid, &question, (stamp, &at));
                asked.map_err(|trouble| trouble.map(LogOnRefusal::from))?;
            }
            Ok(AfterPassword::OnlyToLook) => {
                let purpose = Purpose::LimitedAccess { site: site.name() };
                app.record(tx, &nemid, &[Event::LoggedOn { purpose }], (stamp, &at))?;
                open_limited(tx, app, &nemid, (site, hash))?;
            }
            Err(refusal) => {
                let refused = Event::LogOnRefused { purpose: site.log_on(), bar: refusal.bar() };
                app.record(tx, &nemid, &[refused], (stamp, &at))?;
            }
        }
        Ok(after)
    })
    .await?;
    match after {
        Ok(AfterPassword::Key) => Ok(Entered::AsksKey(token)),
        Ok(AfterPassword::OnlyToLook) => Ok(Entered::OnlyToLook(token)),
        Err(refusal) => Err(CaseError::Refused(refusal.into())),
    }
}

fn open_limited(
    tx: &Tx<'_>,
    app: &App,
    nemid: &NemId,
    (site, token): (&Site, [u8; 32]),
) -> Result<(), StoreError> {
    let now = app.clock.real_now();
    tx.open_session(&Session {
        token,
        nemid: nemid.number,
        audience: Audience::Site(site.name()).code(),
        public: false,
        limited: true,
        started: now,
        seen: now,
    })
}
