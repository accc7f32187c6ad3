//! The first step of a log-on at a site: user id and password. The second is everybody's
//! ([`crate::cases::access::log_on::with_key`]).

use crate::cases::access::audience::Audience;
use crate::cases::access::key_question;
use crate::cases::access::password::{Credentials, judged};
use crate::cases::access::refusal::LogOnRefusal;
use crate::cases::app::{Act, App, CaseError, Origin};
use crate::outside::keys::tokens::Token;
use crate::store::StoreError;
use crate::store::sessions::Session;
use rules::nemid::{Event, NemId, Purpose};
use rules::providers;
use rules::providers::AfterPassword;
use rules::sites::Site;

/// The result of a right password.
#[derive(Debug)]
pub enum Entered {
    /// A key is asked for; the token stands for the log-on in progress.
    AsksKey(Token),
    /// A session that may look and not pay (Rules 3.5.4); the token is the session's.
    OnlyToLook(Token),
}

/// Takes user id and password at a site. Where no card can be used the log-on ends here, with a limited
/// session or without one.
pub async fn with_password(
    app: &App,
    site: &'static Site,
    typed: &Credentials,
    origin: &Origin,
) -> Result<Entered, CaseError<LogOnRefusal>> {
    let token = app.new_token();
    let question = key_question::prepared(app, &token, site.log_on(), None);
    let hash = app.token_hash(&token);
    let after = judged(app, typed, &site.log_on(), origin, move |act, nemid| {
        let after = providers::after_password(&nemid, site);
        match after {
            Ok(AfterPassword::Key) => {
                let asked = key_question::begin(act, &nemid, &question);
                asked.map_err(|error| error.map(LogOnRefusal::from))?;
            }
            Ok(AfterPassword::OnlyToLook) => {
                let purpose = Purpose::LimitedAccess { site: site.name() };
                act.record(&nemid, &[Event::LoggedOn { purpose, carrier: None }])?;
                open_limited(act, &nemid, site, hash)?;
            }
            Err(refusal) => {
                let bar = refusal.bar();
                let refused = Event::LogOnRefused { purpose: site.log_on(), bar, times: 1 };
                act.record(&nemid, &[refused])?;
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

fn open_limited(act: &Act<'_>, nemid: &NemId, site: &Site, token: [u8; 32]) -> Result<(), StoreError> {
    act.tx.open_session(&Session {
        token,
        nemid: nemid.number,
        audience: Audience::Site(site.name()).code(),
        public: false,
        limited: true,
        started: act.real_now,
        seen: act.real_now,
        address: act.stamp.address.clone(),
        device: act.stamp.device.clone(),
    })
}
