//! Handing a world to somebody (D43): a link that is used once becomes a cookie, which opens that world's control room and
//! nothing of any other world. Link and cookie are kept as keyed hashes; a newer link takes both away.

use rules::actor::Actor;
use rules::invitations::{self, Holder, Invitation, InvitationRefusal};

use crate::cases::app::{App, CaseError, Origin, SecurityEvent, StoreError, Token, refused};

/// Makes the link by which this world is opened once, in the place of any before it. Returns the link's token.
///
/// # Errors
/// When it can't be written.
pub async fn invite(app: &App, holder: Option<Holder>, origin: &Origin) -> Result<Token, StoreError> {
    let token = app.new_token();
    let link = app.token_hash(&token);
    app.act(origin, Actor::Visitor, move |act| {
        act.tx.invite(&link, holder.as_ref().map(Holder::as_str), act.real_now)
    })
    .await?;
    Ok(token)
}

/// The invitation of a link, as long as it may be used.
///
/// # Errors
/// [`InvitationRefusal::Unknown`] or [`InvitationRefusal::Used`].
pub async fn look(app: &App, link: &Token) -> Result<Invitation, CaseError<InvitationRefusal>> {
    let link = app.token_hash(link);
    app.read(move |tx| {
        let invitation = tx.invitation_by_link(&link)?;
        invitations::may_be_used(invitation.as_ref()).map_err(refused)?;
        invitation.ok_or_else(|| refused(InvitationRefusal::Unknown))
    })
    .await
}

/// Uses a link. Returns the token of the cookie that it becomes.
///
/// # Errors
/// As [`look`].
pub async fn accept(app: &App, link: &Token, origin: &Origin) -> Result<Token, CaseError<InvitationRefusal>> {
    let token = app.new_token();
    let (link, cookie) = (app.token_hash(link), app.token_hash(&token));
    app.act(origin, Actor::Visitor, move |act| {
        invitations::may_be_used(act.tx.invitation_by_link(&link)?.as_ref()).map_err(refused)?;
        act.tx.use_invitation(&link, act.real_now, &cookie)?;
        act.tell(SecurityEvent::ControlRoomOpened);
        Ok::<_, CaseError<InvitationRefusal>>(())
    })
    .await?;
    Ok(token)
}

/// Whether a cookie is the one that this world's link became.
///
/// # Errors
/// When it can't be read.
pub async fn is_invited(app: &App, cookie: &Token) -> Result<bool, StoreError> {
    let cookie = app.token_hash(cookie);
    app.read(move |tx| tx.is_invited(&cookie)).await
}
