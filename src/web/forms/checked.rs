//! A form that was sent by a page of this site, and is small enough to be read.

use std::ops::Deref;

use rocket::data::{Data, FromData, Outcome, ToByteUnit};
use rocket::form::{self, Form, FromForm, Options, ValueField};
use rocket::http::{RawStr, Status};
use rocket::request::Request;
use serde::Serialize;
use zeroize::Zeroizing;

use crate::web::origin;
use crate::web::visitor::{FormKey, Visitor};

/// Far more than any form of ours can hold.
const LIMIT_KIB: u64 = 32;

/// The contents of a form `F`, after the check that a page of this site sent it.
///
/// Refuses with 403 a form that another site sent or that lacks the token, with 415 a body that is no form,
/// with 413 one that is too large, with 400 one that lacks fields that our pages always send.
#[derive(Debug)]
pub struct Checked<F>(F);

impl<F> Checked<F> {
    /// The form, to be taken apart.
    pub fn into_inner(self) -> F {
        self.0
    }
}

impl<F> Deref for Checked<F> {
    type Target = F;

    fn deref(&self) -> &F {
        &self.0
    }
}

/// Why a body was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Another site's page sent it.
    Foreign,
    /// The token is missing, or was given to somebody else.
    Token,
    /// It is not of the expected type.
    Kind,
    /// It is too large.
    Size,
    /// It cannot be understood.
    Contents,
}

impl Refused {
    /// The status of the refusal.
    pub const fn status(self) -> Status {
        match self {
            Self::Foreign | Self::Token => Status::Forbidden,
            Self::Kind => Status::UnsupportedMediaType,
            Self::Size => Status::PayloadTooLarge,
            Self::Contents => Status::BadRequest,
        }
    }

    /// Why the body of this request was refused, if it was.
    pub fn of(request: &Request<'_>) -> Option<Self> {
        *request.local_cache(|| None)
    }

    /// Keeps the reason for the page that explains it.
    pub(super) fn note(self, request: &Request<'_>) -> (Status, Self) {
        request.local_cache(|| Some(self));
        (self.status(), self)
    }
}

#[rocket::async_trait]
impl<'r, F: for<'v> FromForm<'v> + Send + Sync + 'static> FromData<'r> for Checked<F> {
    type Error = Refused;

    async fn from_data(request: &'r Request<'_>, data: Data<'r>) -> Outcome<'r, Self> {
        match read(request, data).await {
            Ok(form) => Outcome::Success(Self(form)),
            Err(refused) => Outcome::Error(refused.note(request)),
        }
    }
}

async fn read<F: for<'v> FromForm<'v> + 'static>(
    request: &Request<'_>,
    data: Data<'_>,
) -> Result<F, Refused> {
    let body = sent_by_our_page(request, data).await?;
    Form::<F>::parse_encoded(RawStr::new(&*body)).map_err(|_| Refused::Contents)
}

/// The body of a form that a page of this site sent to this visitor's browser.
///
/// # Errors
/// [`Refused`], all but `Contents` for fields that are missing.
pub async fn sent_by_our_page(request: &Request<'_>, data: Data<'_>) -> Result<Zeroizing<String>, Refused> {
    if !origin::same_origin(request) {
        return Err(Refused::Foreign);
    }
    if !request.content_type().is_some_and(|kind| kind.is_form()) {
        return Err(Refused::Kind);
    }
    let body = data.open(LIMIT_KIB.kibibytes()).into_string().await.map_err(|_| Refused::Contents)?;
    if !body.is_complete() {
        return Err(Refused::Size);
    }
    let body = Zeroizing::new(body.into_inner());
    let token = Form::<Token>::parse_encoded(RawStr::new(&*body)).map_err(|_| Refused::Token)?;
    let key = request.rocket().state::<FormKey>();
    if !key.is_some_and(|key| Visitor::of(request).gave(key, &token.token)) {
        return Err(Refused::Token);
    }
    Ok(body)
}

#[derive(FromForm)]
struct Token {
    #[field(name = "_token")]
    token: String,
}

/// A form that is only a button.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct NoFields;

#[rocket::async_trait]
impl<'r> FromForm<'r> for NoFields {
    type Context = ();

    fn init(_: Options) {}

    fn push_value((): &mut (), _: ValueField<'r>) {}

    async fn push_data((): &mut (), _: form::DataField<'r, '_>) {}

    fn finalize((): ()) -> form::Result<'r, Self> {
        Ok(Self)
    }
}
