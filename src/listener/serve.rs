//! Accepts connections, looks them over, and ends.

use std::io::ErrorKind;
use std::net::{IpAddr, SocketAddr};
use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{MissedTickBehavior, interval, sleep, timeout};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::listener::connections::{Admission, Admitted, Connections};
use crate::listener::dispatch::Site;
use crate::listener::limits::Limits;
use crate::listener::sites::Sites;
use crate::listener::watched::Watched;

/// The most bytes of a head.
const HEAD: usize = 16 * 1_024;

/// The most bytes that are kept for one connection, of what came and of what is to be sent.
const BUFFER: usize = 32 * 1_024;

/// The pause after the system had no socket for a new connection.
const PAUSE: Duration = Duration::from_millis(100);

/// The time between two looks at which worlds nobody uses.
const UNUSED: Duration = Duration::from_secs(5);
/// How often it is looked at whether a world that is open was removed or renamed by another program.
const GONE: Duration = Duration::from_secs(1);

/// How serving ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Everything that had begun was finished.
    Finished,
    /// Something took longer than the program waits for.
    CutOff,
}

/// Serves sites until the first is told to shut down; then accepts no new connections, closes those on which nothing
/// happens, and finishes what has begun, for as long as Rocket's `shutdown.grace` and `shutdown.mercy` say.
pub async fn serve(socket: TcpListener, sites: impl Into<Sites>, limits: Limits) -> Ended {
    let sites = sites.into();
    let first = sites.first().rocket();
    let shutdown = &first.config().shutdown;
    let grace = Duration::from_secs(shutdown.grace.into());
    let mercy = Duration::from_secs(shutdown.mercy.into());
    let told = first.shutdown();
    let site = Arc::new(Site { sites, limits, tasks: TaskTracker::new() });
    let connections = Connections::new(limits);
    let ending = CancellationToken::new();
    tokio::select! {
        () = accept(&socket, &site, &connections, &ending) => {}
        () = sweep(&connections, limits.sweep()) => {}
        () = close_unused(&site) => {}
        () = close_gone(&site) => {}
        () = told => {}
    }
    drop(socket);
    if let Some(others) = site.sites.others() {
        others.end_all().await;
    }
    ending.cancel();
    connections.end_idle();
    site.tasks.close();
    let is_finished = tokio::select! {
        waited = timeout(grace, site.tasks.wait()) => waited.is_ok(),
        () = sweep(&connections, limits.sweep()) => false,
    };
    if is_finished {
        return Ended::Finished;
    }
    connections.end_all();
    // What the site has begun it may still finish; nobody hears of it.
    let _ = timeout(mercy, site.tasks.wait()).await;
    Ended::CutOff
}

/// Looks all connections over, again and again.
async fn sweep(connections: &Connections, every: Duration) {
    let mut beat = interval(every);
    beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        beat.tick().await;
        connections.sweep(Instant::now());
    }
}

/// Closes the worlds that nobody uses, again and again.
async fn close_unused(site: &Site) {
    let mut beat = interval(UNUSED);
    beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        beat.tick().await;
        if let Some(others) = site.sites.others() {
            others.close_unused().await;
        }
    }
}

/// Closes the worlds that another program has removed or renamed, again and again.
async fn close_gone(site: &Site) {
    let mut beat = interval(GONE);
    beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        beat.tick().await;
        if let Some(others) = site.sites.others() {
            others.close_gone().await;
        }
    }
}

/// Accepts connections for ever.
async fn accept(
    socket: &TcpListener,
    site: &Arc<Site>,
    connections: &Arc<Connections>,
    ending: &CancellationToken,
) {
    let http = http(&site.limits);
    let mut is_short = false;
    loop {
        match socket.accept().await {
            Ok((socket, from)) => {
                is_short = false;
                // With the delay an answer is only slower.
                let _ = socket.set_nodelay(true);
                if let Some(admitted) = admit(connections, from.ip()).await {
                    let visit = Visit { socket, from, admitted };
                    site.tasks.spawn(carry(Arc::clone(site), http.clone(), visit, ending.clone()));
                }
            }
            // The visitor has gone before they were let in.
            Err(why) if matches!(why.kind(), ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset) => {}
            Err(why) => {
                if !is_short {
                    log::error!(code = "listener"; "no connection can be accepted: {why}");
                }
                is_short = true;
                sleep(PAUSE).await;
            }
        }
    }
}

/// Counts a connection in; waits while the site is at work on as many as there may be.
async fn admit(connections: &Arc<Connections>, address: IpAddr) -> Option<Admitted> {
    loop {
        match connections.admit(address, Instant::now()) {
            Admission::Admitted(admitted) => return Some(admitted),
            Admission::Refused => return None,
            // It looks again by itself, too: a connection becomes idle without leaving.
            Admission::Full => drop(timeout(PAUSE, connections.one_has_left()).await),
        }
    }
}

/// A connection that has been let in. The socket is closed before it no longer counts.
struct Visit {
    socket: TcpStream,
    from: SocketAddr,
    admitted: Admitted,
}

/// Answers all requests on one connection.
async fn carry(site: Arc<Site>, http: http1::Builder, visit: Visit, ending: CancellationToken) {
    let Visit { socket, from, admitted } = visit;
    let connection = admitted.connection();
    let watched = TokioIo::new(Watched::new(socket, Arc::clone(&connection)));
    let service = service_fn(move |request| Arc::clone(&site).answer(request, from, Arc::clone(&connection)));
    let mut carried = pin!(http.serve_connection(watched, service));
    tokio::select! {
        // How it ended matters to nobody: what is wrong with a request was told to the one who sent it.
        _ = carried.as_mut() => return,
        () = admitted.ended() => return,
        () = ending.cancelled() => carried.as_mut().graceful_shutdown(),
    }
    tokio::select! {
        _ = carried => {}
        () = admitted.ended() => {}
    }
}

/// HTTP/1 as it is spoken here. Times are kept by `Connections::sweep`.
fn http(limits: &Limits) -> http1::Builder {
    let mut http = http1::Builder::new();
    http.keep_alive(limits.keeps).max_header_size(HEAD).max_buf_size(BUFFER);
    http
}
