//! Hands a request on to the site, within this process, and its answer back. A task of its own does it: what the site
//! has begun it finishes, also when the visitor has gone.

use std::net::SocketAddr;
use std::sync::Arc;

use hyper::body::{Bytes, Incoming};
use hyper::header::{CONNECTION, CONTENT_LENGTH, HeaderValue, TRANSFER_ENCODING};
use hyper::http::response::Builder;
use hyper::{Request, Response};
use rocket::http::ContentType;
use rocket::local::asynchronous::LocalResponse;
use tokio::io::AsyncReadExt;
use tokio::sync::{mpsc, oneshot};
use tokio_util::task::TaskTracker;

use crate::listener::answer::{CutOff, Outgoing, Piece};
use crate::listener::connection::Connection;
use crate::listener::limits::Limits;
use crate::listener::phase::State;
use crate::listener::request::Received;
use crate::listener::sites::{Goal, Sites, Visited};

/// The largest answer that is handed over at once; pages and most files are smaller.
const AT_ONCE: usize = 64 * 1_024;

/// The size of the pieces of a longer one.
const PIECE: usize = 16 * 1_024;

/// The sites, and the tasks that work on them.
pub(super) struct Site {
    pub(super) sites: Sites,
    pub(super) limits: Limits,
    pub(super) tasks: TaskTracker,
}

impl Site {
    /// Answers one request.
    ///
    /// # Errors
    /// [`CutOff`] if the site gives no answer; the connection is closed.
    pub(super) async fn answer(
        self: Arc<Self>,
        mut request: Request<Incoming>,
        from: SocketAddr,
        connection: Arc<Connection>,
    ) -> Result<Response<Outgoing>, CutOff> {
        let goal = Goal::of(&mut request);
        let received = Received::whole(request, from, &self.limits, &connection).await;
        let is_last = received.is_last;
        let (answer, answered) = oneshot::channel();
        let (site, heard_by) = (Arc::clone(&self), Arc::clone(&connection));
        self.tasks.spawn(async move {
            let (visited, mut received) = match site.sites.enter(&goal).await {
                Ok(visited) => (visited, received),
                Err(refusal) => (Visited::First(site.sites.first()), received.refused(refusal)),
            };
            let _room = received.take_room();
            let response = received.for_the_site(visited.site()).dispatch().await;
            relay(response, answer, heard_by).await;
        });
        let mut response = answered.await.map_err(|_| CutOff)?;
        if is_last {
            response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
        }
        connection.note(State::answered);
        Ok(response)
    }
}

/// The size of the pieces of a stream of events, of which many wait at once for a few bytes.
const EVENT: usize = 512;

/// Hands an answer over: its head at once, a long body piece by piece as its reader takes it. A body that fails is left
/// without its end.
async fn relay(
    mut response: LocalResponse<'_>,
    answer: oneshot::Sender<Response<Outgoing>>,
    connection: Arc<Connection>,
) {
    let head = head_of(&response);
    let events = response.content_type().is_some_and(|kind| kind == ContentType::EventStream);
    let size = if events { EVENT } else { PIECE };
    if let Some(size) = response.body().preset_size().filter(|size| *size <= AT_ONCE) {
        let mut body = Vec::with_capacity(size);
        if response.read_to_end(&mut body).await.is_ok()
            && let Ok(whole) = head.body(Outgoing::whole(body, connection))
        {
            // A visitor who has gone needs no answer.
            let _ = answer.send(whole);
        }
        return;
    }
    let (pieces, rest) = mpsc::channel(1);
    let Ok(begun) = head.body(Outgoing::pieces(rest, connection)) else { return };
    if answer.send(begun).is_err() {
        return;
    }
    loop {
        let mut piece = Vec::with_capacity(size);
        let next = match response.read_buf(&mut piece).await {
            Ok(0) => Piece::End,
            Ok(_) => Piece::Bytes(Bytes::from(piece)),
            Err(_) => return,
        };
        let is_over = matches!(next, Piece::End);
        if pieces.send(next).await.is_err() || is_over {
            return;
        }
    }
}

/// Status and headers, with the length of a body that has one.
fn head_of(response: &LocalResponse<'_>) -> Builder {
    let mut head = Response::builder().status(response.status().code);
    let is_encoded = response.headers().contains(TRANSFER_ENCODING.as_str());
    let size = response.body().preset_size().filter(|_| !is_encoded);
    for header in response.headers().iter() {
        let is_replaced = (is_encoded || size.is_some()) && header.name == CONTENT_LENGTH.as_str();
        if !is_replaced {
            head = head.header(header.name.as_str(), header.value.as_bytes());
        }
    }
    match size {
        Some(size) => head.header(CONTENT_LENGTH, size),
        None => head,
    }
}
