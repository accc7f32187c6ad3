//! The listener over real sockets: what comes over the wire reaches the site unchanged, and nobody's connection costs
//! the others theirs.

mod limits;
mod shutdown;
mod wire;

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::thread::JoinHandle;
use std::time::Duration;

use rocket::figment::Figment;
use rocket::http::CookieJar;
use rocket::local::asynchronous::Client;
use rocket::request::{FromRequest, Outcome, Request};
use rocket::response::stream::ByteStream;
use rocket::tokio::net::{TcpListener, TcpSocket};
use rocket::tokio::sync::oneshot;
use rocket::tokio::time::sleep;
use rocket::{Build, Rocket, Shutdown, get, routes};
use selvbetjening::config::Config;
use selvbetjening::listener::{self, Asked, Ended, Limits};
use selvbetjening::start;
use service::cases::open;

use crate::site::{Folder, opening_in};

/// What the site sees of a request.
struct Seen(String);

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Seen {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        let remote = request.remote().map(|remote| remote.ip().to_string()).unwrap_or_default();
        let headers: Vec<_> = request.headers().iter().map(|header| header.to_string()).collect();
        Outcome::Success(Self(format!(
            "{} {} from {remote}; {}",
            request.method(),
            request.uri(),
            headers.join(", ")
        )))
    }
}

#[get("/ekko/<_..>")]
fn echo(seen: Seen, jar: &CookieJar<'_>) -> String {
    let mut cookies: Vec<_> =
        jar.iter().map(|cookie| format!("{}={}", cookie.name(), cookie.value())).collect();
    cookies.sort();
    format!("{}; cookies {}", seen.0, cookies.join("&"))
}

/// An answer that lasts.
#[get("/stroem")]
fn stream() -> ByteStream![Vec<u8>] {
    ByteStream! {
        loop {
            yield vec![b'.'; 100];
            sleep(Duration::from_millis(20)).await;
        }
    }
}

/// An answer that breaks off.
#[get("/knaek")]
fn breaking() -> ByteStream![Vec<u8>] {
    ByteStream! {
        yield b"begun".to_vec();
        sleep(Duration::from_millis(100)).await;
        let broken = || -> Vec<u8> { panic!("the answer breaks off here, on purpose") };
        yield broken();
    }
}

/// An answer that takes its time.
#[get("/langsom")]
async fn slow() -> &'static str {
    sleep(Duration::from_millis(700)).await;
    "done"
}

/// More than a socket holds.
#[get("/stor")]
fn large() -> Vec<u8> {
    vec![b'x'; 32 << 20]
}

fn site(folder: &Folder) -> Rocket<Build> {
    let app = rocket::execute(open::open(opening_in(folder.path()))).unwrap();
    let config =
        Config::from(Figment::new().merge(("shutdown.grace", 5)).merge(("shutdown.mercy", 1))).unwrap();
    let site = start::rocket(&config, app).unwrap();
    site.mount("/proeve", routes![echo, stream, breaking, slow, large])
}

/// Room for thirteen connections, six of one address; little patience.
fn strict() -> Asked {
    let moment = Duration::from_millis(600);
    Asked { connections: 16, head: moment, body: moment, idle: Some(moment), proxy: None }
}

/// The same with patience.
fn patient() -> Asked {
    let long = Duration::from_mins(1);
    Asked { head: long, body: long, idle: Some(long), ..strict() }
}

/// A site that listens.
struct Listening {
    address: SocketAddr,
    shutdown: Shutdown,
    thread: Option<JoinHandle<Ended>>,
    _folder: Folder,
}

impl Listening {
    fn with(asked: Asked) -> Self {
        let folder = Folder::new();
        let site = site(&folder);
        let (ready, started) = oneshot::channel();
        let thread = std::thread::spawn(move || {
            rocket::execute(async move {
                let socket = TcpListener::bind("127.0.0.1:0").await.unwrap();
                let client = Client::untracked(site).await.unwrap();
                ready.send((socket.local_addr().unwrap(), client.rocket().shutdown())).unwrap();
                listener::serve(socket, client, Limits::new(asked, 1_024)).await
            })
        });
        let (address, shutdown) = started.blocking_recv().unwrap();
        Self { address, shutdown, thread: Some(thread), _folder: folder }
    }

    /// A connection; what does not come within ten seconds fails the test.
    fn connect(&self) -> TcpStream {
        self.connect_from([127, 0, 0, 1])
    }

    /// A connection from another address of this machine.
    fn connect_from(&self, source: [u8; 4]) -> TcpStream {
        let (address, runtime) = (self.address, rocket::tokio::runtime::Builder::new_current_thread());
        let connected = async move {
            let socket = TcpSocket::new_v4().unwrap();
            socket.bind((source, 0).into()).unwrap();
            socket.connect(address).await.unwrap().into_std().unwrap()
        };
        let mut runtime = runtime;
        let stream = runtime.enable_all().build().unwrap().block_on(connected);
        stream.set_nonblocking(false).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        stream
    }

    /// Sends lines as they stand, and reads until the connection is closed.
    fn told(&self, sent: &[u8]) -> String {
        let mut connection = self.connect();
        connection.write_all(sent).unwrap();
        rest(&mut connection)
    }

    /// Ends it.
    fn end(mut self) -> Ended {
        self.shutdown.clone().notify();
        self.thread.take().unwrap().join().unwrap()
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.shutdown.clone().notify();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// All that still comes, until the other end closes.
fn rest(connection: &mut TcpStream) -> String {
    let mut all = Vec::new();
    let mut piece = [0; 4_096];
    loop {
        match connection.read(&mut piece) {
            Ok(0) => break,
            Ok(read) => all.extend_from_slice(&piece[..read]),
            Err(why) if why.kind() == std::io::ErrorKind::ConnectionReset => break,
            Err(why) => panic!("{why} after {:?}", String::from_utf8_lossy(&all)),
        }
    }
    String::from_utf8_lossy(&all).into_owned()
}

/// Asks for a page on a connection that stays open, and reads its answer, whose length its head tells.
fn asks(connection: &mut TcpStream, path: &str) -> String {
    connection.write_all(format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n").as_bytes()).unwrap();
    answer(connection)
}

/// Reads one answer whose length its head tells.
fn answer(connection: &mut TcpStream) -> String {
    let mut all = Vec::new();
    let mut byte = [0; 1];
    while !all.ends_with(b"\r\n\r\n") {
        assert_eq!(connection.read(&mut byte).unwrap(), 1, "{:?}", String::from_utf8_lossy(&all));
        all.push(byte[0]);
    }
    let head = String::from_utf8(all.clone()).unwrap().to_lowercase();
    let length = head.split("content-length: ").nth(1).and_then(|rest| rest.split('\r').next());
    let mut body = vec![0; length.unwrap().parse().unwrap()];
    connection.read_exact(&mut body).unwrap();
    all.extend(body);
    String::from_utf8_lossy(&all).into_owned()
}

/// Whether the other end has closed it.
fn is_closed(connection: &mut TcpStream) -> bool {
    connection.set_read_timeout(Some(Duration::from_millis(50))).unwrap();
    match connection.read(&mut [0; 16]) {
        Ok(0) => true,
        Ok(_) => panic!("something came"),
        Err(why) => why.kind() == std::io::ErrorKind::ConnectionReset,
    }
}
