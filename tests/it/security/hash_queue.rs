//! Many passwords from a few addresses keep nobody else from logging on: the queue is shared out between addresses.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rocket::figment::Figment;
use rocket::http::{ContentType, Cookie, Header, Status};
use rocket::local::asynchronous::Client;
use rocket::tokio;
use selvbetjening::config::Config;
use selvbetjening::start;
use service::cases::open;
use service::cases::open::Opening;
use service::testing::{HashCost, HasherSettings};

use crate::site::{Folder, cheap, opening_in};

/// What every browser says.
fn host() -> Header<'static> {
    Header::new("Host", "localhost")
}

/// A visitor with an address of their own, on the page where one logs on.
struct Visitor {
    client: Arc<Client>,
    address: std::net::SocketAddr,
    cookies: Vec<Cookie<'static>>,
    token: String,
}

impl Visitor {
    async fn from(client: &Arc<Client>, address: [u8; 4]) -> Self {
        let address = (address, 40_000).into();
        let response = client.get("/log-paa").header(host()).remote(address).dispatch().await;
        let cookies = response.cookies().iter().cloned().map(Cookie::into_owned).collect();
        let page = response.into_string().await.unwrap();
        let token = page.split("name=\"_token\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        Self { client: Arc::clone(client), address, cookies, token: token.unwrap().to_owned() }
    }

    /// Tries a password for a user id that nobody has, another one each time.
    async fn tries(&self) -> Status {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let nth = NEXT.fetch_add(1, Ordering::Relaxed);
        let body = format!("_token={}&user_id=ukendt{nth}&password=forkert7", self.token);
        let request = self.client.post("/log-paa").header(ContentType::Form).header(host()).body(body);
        let request = request.remote(self.address);
        request.cookies(self.cookies.iter().cloned()).dispatch().await.status()
    }
}

/// A site whose queue is short and whose hashes take long enough to fill it.
async fn busy_site(folder: &Folder) -> Arc<Client> {
    let cost = HashCost { memory_kib: 4_096, passes: 4, lanes: 1 };
    let hashing = HasherSettings { cost, threads: 1, queue: 8, per_source: 4, ..cheap() };
    let app = open::open(Opening { hashing, ..opening_in(folder.path()) }).await.unwrap();
    let config = Config::from(Figment::new()).unwrap();
    Arc::new(Client::untracked(start::rocket(&config, app).unwrap()).await.unwrap())
}

#[test]
fn two_greedy_addresses_shut_nobody_out() {
    let folder = Folder::new();
    rocket::execute(async {
        let client = busy_site(&folder).await;
        let refused = Arc::new(AtomicUsize::new(0));
        let over = Arc::new(AtomicBool::new(false));
        let mut greedy = Vec::new();
        for nth in 0..24_u8 {
            let visitor = Visitor::from(&client, [198, 51, 100, nth % 2]).await;
            let (refused, over) = (Arc::clone(&refused), Arc::clone(&over));
            greedy.push(tokio::spawn(async move {
                while !over.load(Ordering::Relaxed) {
                    if visitor.tries().await == Status::ServiceUnavailable {
                        refused.fetch_add(1, Ordering::Relaxed);
                    }
                    tokio::task::yield_now().await;
                }
            }));
        }
        let modest = Visitor::from(&client, [203, 0, 113, 7]).await;
        while refused.load(Ordering::Relaxed) < 20 {
            tokio::task::yield_now().await;
        }
        let mut told = Vec::new();
        for _ in 0..10 {
            told.push(modest.tries().await);
        }
        let health = client.get("/health").header(host()).dispatch().await.status();
        assert_eq!(health, Status::Ok, "a full queue is no reason to send nobody here");
        over.store(true, Ordering::Relaxed);
        for one in greedy {
            one.await.unwrap();
        }
        assert!(told.iter().all(|status| *status == Status::UnprocessableEntity), "{told:?}");
    });
}
