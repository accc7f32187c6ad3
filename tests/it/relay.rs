//! A way to a database server that can be cut off, as when the server is away, and counts who comes; or on which nothing moves
//! any more, as when the server hangs.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

/// A way to a server.
pub struct Relay {
    pub port: u16,
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    is_cut: AtomicBool,
    /// How many have come since it was cut off.
    turned_away: AtomicUsize,
    is_stuck: AtomicBool,
    open: Mutex<Vec<Ends>>,
}

/// The two ends of a connection on it.
struct Ends {
    visitor: TcpStream,
    server: Option<TcpStream>,
}

impl Relay {
    /// A way to a server, open.
    pub fn to(server: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let (port, shared) = (listener.local_addr().unwrap().port(), Arc::new(Shared::default()));
        let relay = Self { port, shared: Arc::clone(&shared) };
        thread::spawn(move || {
            for visitor in listener.incoming().map_while(Result::ok) {
                if shared.is_cut.load(Ordering::SeqCst) {
                    shared.turned_away.fetch_add(1, Ordering::SeqCst);
                } else if shared.is_stuck.load(Ordering::SeqCst) {
                    shared.open.lock().unwrap().push(Ends { visitor, server: None });
                } else if let Ok(server) = TcpStream::connect(server) {
                    shared.carry(visitor, server);
                }
            }
        });
        relay
    }

    /// Cuts it off, with every connection on it.
    pub fn cut(&self) {
        self.shared.turned_away.store(0, Ordering::SeqCst);
        self.shared.is_cut.store(true, Ordering::SeqCst);
        for ends in self.shared.open.lock().unwrap().drain(..) {
            ends.visitor.shutdown(Shutdown::Both).unwrap_or_default();
            ends.server.map_or(Ok(()), |server| server.shutdown(Shutdown::Both)).unwrap_or_default();
        }
    }

    /// Lets nothing more through, and takes whoever comes and says nothing. The server has forgotten its visitors.
    pub fn hang(&self) {
        self.shared.is_stuck.store(true, Ordering::SeqCst);
        for server in self.shared.open.lock().unwrap().iter_mut().filter_map(|ends| ends.server.take()) {
            server.shutdown(Shutdown::Both).unwrap_or_default();
        }
    }

    /// Opens it again. Returns how many have come in vain.
    pub fn mend(&self) -> usize {
        self.shared.is_cut.store(false, Ordering::SeqCst);
        self.shared.turned_away.load(Ordering::SeqCst)
    }
}

impl Drop for Relay {
    /// Whoever still waits for an answer is told that there will be none.
    fn drop(&mut self) {
        self.cut();
    }
}

impl Shared {
    fn carry(self: &Arc<Self>, visitor: TcpStream, server: TcpStream) {
        let ends = Ends { visitor: visitor.try_clone().unwrap(), server: Some(server.try_clone().unwrap()) };
        self.open.lock().unwrap().push(ends);
        let (there, back) = ((visitor.try_clone().unwrap(), server.try_clone().unwrap()), (server, visitor));
        for (from, to) in [there, back] {
            let shared = Arc::clone(self);
            thread::spawn(move || shared.pass_on(from, to));
        }
    }

    fn pass_on(&self, mut from: TcpStream, mut to: TcpStream) {
        let mut bytes = [0; 16_384];
        let mut read = || from.read(&mut bytes).map(|read| bytes[..read].to_vec()).unwrap_or_default();
        loop {
            let bytes = read();
            if self.is_stuck.load(Ordering::SeqCst) {
                return;
            }
            if bytes.is_empty() || to.write_all(&bytes).is_err() {
                break;
            }
        }
        to.shutdown(Shutdown::Both).unwrap_or_default();
    }
}
