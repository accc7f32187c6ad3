//! A way to a database server that can be cut off, as when the server is away, and counts who comes.

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
    open: Mutex<Vec<TcpStream>>,
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
        for stream in self.shared.open.lock().unwrap().drain(..) {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }

    /// Opens it again. Returns how many have come in vain.
    pub fn mend(&self) -> usize {
        self.shared.is_cut.store(false, Ordering::SeqCst);
        self.shared.turned_away.load(Ordering::SeqCst)
    }
}

impl Shared {
    fn carry(&self, visitor: TcpStream, server: TcpStream) {
        let ends = [visitor.try_clone().unwrap(), server.try_clone().unwrap()];
        self.open.lock().unwrap().extend(ends);
        let (there, back) = ((visitor.try_clone().unwrap(), server.try_clone().unwrap()), (server, visitor));
        for (from, to) in [there, back] {
            thread::spawn(move || pass_on(from, to));
        }
    }
}

fn pass_on(mut from: TcpStream, mut to: TcpStream) {
    let mut bytes = [0; 16_384];
    while let Ok(read) = from.read(&mut bytes) {
        if read == 0 || to.write_all(&bytes[..read]).is_err() {
            break;
        }
    }
    let _ = to.shutdown(Shutdown::Both);
}
