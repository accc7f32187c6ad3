//! A request from the wire, whole and with its place of origin, as the site gets it.

use std::future::poll_fn;
use std::net::SocketAddr;
use std::pin::Pin;
use std::str::FromStr;

use hyper::body::{Body, Incoming};
use hyper::http::request::Parts;
use hyper::http::uri::Authority;
use hyper::{Request, Version, header};
use rocket::http::uri::{Host, Origin};
use rocket::http::{Cookie, Header, Method};
use rocket::local::asynchronous::{Client, LocalRequest};
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::timeout;

use crate::listener::connection::Connection;
use crate::listener::limits::Limits;
use crate::listener::phase::State;
use crate::web::forms::largest_body;
use crate::web::refusal::{Meant, Refusal};

/// As much of a body as is read at most, unless a page takes more. What lies beyond what the page takes is thrown away, so that
/// whoever sent a little too much reads the answer; whoever sends more than this is cut off.
const MOST_READ: usize = 1 << 20;

/// How many bodies of more than that are read and kept at once: nobody makes the program keep many.
const LARGE_AT_ONCE: usize = 2;

/// Room for large bodies.
static LARGE: Semaphore = Semaphore::const_new(LARGE_AT_ONCE);

/// A request that has come in.
pub(super) struct Received {
    head: Parts,
    /// The body, or so much of it that the page sees that it is too large.
    body: Vec<u8>,
    from: SocketAddr,
    refusal: Option<Refusal>,
    /// The room that a large body takes, for as long as it is kept.
    room: Option<SemaphorePermit<'static>>,
    /// Whether there is no next request on this connection, because this one was not read to its end.
    pub(super) is_last: bool,
}

/// A body as far as it was read.
struct Read {
    kept: Vec<u8>,
    is_whole: bool,
}

impl Received {
    /// Reads a request to its end, within the time for bodies.
    pub(super) async fn whole(
        request: Request<Incoming>,
        from: SocketAddr,
        limits: &Limits,
        connection: &Connection,
    ) -> Self {
        let (head, incoming) = request.into_parts();
        connection.note(|state, now| state.asked(!incoming.is_end_stream(), now));
        let refused = |head, refusal| Self {
            head,
            body: Vec::new(),
            from,
            refusal: Some(refusal),
            room: None,
            is_last: true,
        };
        if !names_one_host(&head) {
            return refused(head, Refusal::Malformed);
        }
        let most = largest_body(head.uri.path());
        let room_and_body = async {
            // It is never closed.
            let room = if most > MOST_READ { LARGE.acquire().await.ok() } else { None };
            body(incoming, most).await.map(|read| (room, read))
        };
        let (room, read) = match timeout(limits.body, room_and_body).await {
            Ok(Ok(read)) => read,
            Ok(Err(_)) => return refused(head, Refusal::Malformed),
            Err(_) => return refused(head, Refusal::TooSlow),
        };
        connection.note(State::told);
        Self { head, body: read.kept, from, refusal: None, room, is_last: !read.is_whole }
    }

    /// The room that a large body takes, to be held until it was answered.
    pub(super) const fn take_room(&mut self) -> Option<SemaphorePermit<'static>> {
        self.room.take()
    }

    /// The same request as one that reaches no page. What was wrong with it before stays its answer.
    pub(super) fn refused(self, refusal: Refusal) -> Self {
        Self { refusal: self.refusal.or(Some(refusal)), ..self }
    }

    /// The same request for the site, which sees what its own listener would have shown: method, address, headers,
    /// cookies, and the other end of the connection.
    pub(super) fn for_the_site(self, site: &Client) -> LocalRequest<'_> {
        let head = &self.head;
        let method = Method::from_str(head.method.as_str()).ok();
        let method = method.filter(|method| method.as_str() == head.method.as_str());
        let asked_for = head.uri.path_and_query();
        let refusal =
            self.refusal.or((method.is_none() || asked_for.is_none()).then_some(Refusal::Malformed));
        let uri = match (refusal, asked_for) {
            (None, Some(uri)) => Origin::new(uri.path().to_owned(), uri.query().map(str::to_owned)),
            _ => Origin::path_only(refusal.unwrap_or(Refusal::Malformed).address(head.uri.path())),
        };
        let method = if refusal.is_some() { Method::Get } else { method.unwrap_or(Method::Get) };
        let mut request = site.req(method, uri).remote(self.from).body(self.body);
        if refusal.is_some() {
            Meant::note(request.inner());
        }
        let host = host(head).unwrap_or_default().to_owned();
        if let Ok(host) = Host::parse_owned(host.clone()) {
            request.inner_mut().set_host(host);
        }
        for (name, value) in &head.headers {
            if *name == header::HOST {
                request.add_header(Header::new("host", host.clone()));
                continue;
            }
            // What is not UTF-8 is kept as far as it is: a header that is left out could be one by which a proxy tells
            // that the visitor comes from afar.
            let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
            if *name == header::COOKIE {
                request = with_cookies(request, &value);
            }
            request.add_header(Header::new(name.as_str().to_owned(), value));
        }
        request
    }
}

fn with_cookies<'c>(mut request: LocalRequest<'c>, sent: &str) -> LocalRequest<'c> {
    for cookie in sent.split(';').map(str::trim) {
        if let Ok(cookie) = Cookie::parse_encoded(cookie.to_owned()) {
            request = request.cookie(cookie);
        }
    }
    request
}

/// Whether a request says in one `Host` what it asks for (RFC 9112, 3.2). Before HTTP/1.1 it could be left out.
fn names_one_host(head: &Parts) -> bool {
    let mut hosts = head.headers.get_all(header::HOST).iter();
    match (hosts.next(), hosts.next()) {
        (Some(host), None) => host.to_str().is_ok(),
        (None, _) => head.version < Version::HTTP_11,
        (Some(_), Some(_)) => false,
    }
}

/// The host that a request is for: that of its whole address where it names one, whatever its `Host` says (RFC 9112,
/// 3.2.2).
fn host(head: &Parts) -> Option<&str> {
    let named = || head.headers.get(header::HOST).and_then(|host| host.to_str().ok());
    head.uri.authority().map(Authority::as_str).or_else(named)
}

async fn body(mut incoming: Incoming, most: usize) -> hyper::Result<Read> {
    let (mut kept, mut length) = (Vec::new(), 0);
    while let Some(frame) = poll_fn(|cx| Pin::new(&mut incoming).poll_frame(cx)).await {
        let Ok(piece) = frame?.into_data() else { continue };
        length += piece.len();
        let room = (most + 1).saturating_sub(kept.len());
        kept.extend_from_slice(&piece[..room.min(piece.len())]);
        if length > MOST_READ.max(most) {
            return Ok(Read { kept, is_whole: false });
        }
    }
    Ok(Read { kept, is_whole: true })
}
