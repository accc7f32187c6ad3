//! The body of an answer on its way from the site to the wire.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use hyper::body::{Body, Bytes, Frame};
use tokio::sync::mpsc;

use crate::listener::connection::Connection;

/// An answer ended before it was whole; the connection is closed, so that nobody takes it for a whole one.
#[derive(Debug, thiserror::Error)]
#[error("the answer ended before it was whole")]
pub(super) struct CutOff;

/// A piece of an answer, or its end. Without the end it is not whole.
pub(super) enum Piece {
    Bytes(Bytes),
    End,
}

/// What hyper gets next of a body.
type Next = Result<Frame<Bytes>, CutOff>;

/// The body of an answer: what is there at once, and what follows.
pub(super) struct Outgoing {
    first: Option<Bytes>,
    rest: Option<mpsc::Receiver<Piece>>,
    connection: Arc<Connection>,
}

impl Outgoing {
    /// A body that is there as a whole.
    pub(super) fn whole(body: Vec<u8>, connection: Arc<Connection>) -> Self {
        let first = (!body.is_empty()).then(|| body.into());
        Self { first, rest: None, connection }
    }

    /// A body that comes in pieces.
    pub(super) fn pieces(rest: mpsc::Receiver<Piece>, connection: Arc<Connection>) -> Self {
        Self { first: None, rest: Some(rest), connection }
    }
}

impl Body for Outgoing {
    type Data = Bytes;
    type Error = CutOff;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Next>> {
        if let Some(first) = self.first.take() {
            return Poll::Ready(Some(Ok(Frame::data(first))));
        }
        let Some(rest) = &mut self.rest else { return Poll::Ready(None) };
        rest.poll_recv(cx).map(|piece| match piece {
            Some(Piece::Bytes(bytes)) => Some(Ok(Frame::data(bytes))),
            Some(Piece::End) => None,
            None => Some(Err(CutOff)),
        })
    }
}

impl Drop for Outgoing {
    fn drop(&mut self) {
        self.connection.note(|state, _| state.handed_over());
    }
}
