//! Requests that are really in flight at the same time, through the whole site, at one process or at several on one
//! folder.

use rocket::figment::Figment;
use rocket::futures::future::join_all;
use rocket::http::{ContentType, Cookie, Header, RawStr, Status};
use rocket::local::asynchronous::Client;
use selvbetjening::config::Config;
use selvbetjening::start;
use service::cases::app::App;

/// A request of one browser.
#[derive(Clone, Debug)]
pub struct Request {
    pub path: String,
    /// The fields of a form; none for a page that is opened.
    pub fields: Option<Vec<(String, String)>>,
    pub cookies: Vec<(String, String)>,
}

/// What came back at once: redirects are not followed.
#[derive(Debug)]
pub struct Answer {
    pub status: Status,
    pub body: String,
}

/// Sends all requests at the same time, the first to the first process, the next to the next, and so on in turn.
pub fn at_once(processes: &[App], requests: Vec<Request>) -> Vec<Answer> {
    rocket::execute(async {
        let mut clients = Vec::new();
        for app in processes {
            let config = Config::from(Figment::new()).unwrap();
            clients.push(Client::untracked(start::rocket(&config, app.clone()).unwrap()).await.unwrap());
        }
        let sent = requests.iter().zip(clients.iter().cycle()).map(|(request, client)| send(client, request));
        join_all(sent).await
    })
}

async fn send(client: &Client, request: &Request) -> Answer {
    let cookies = request.cookies.iter().map(|(name, value)| Cookie::new(name.clone(), value.clone()));
    let sent = match &request.fields {
        Some(fields) => client.post(request.path.clone()).header(ContentType::Form).body(body(fields)),
        None => client.get(request.path.clone()),
    };
    let named = sent.header(Header::new("Host", "localhost:8000"));
    let response = named.cookies(cookies).dispatch().await;
    let status = response.status();
    Answer { status, body: response.into_string().await.unwrap_or_default() }
}

fn body(fields: &[(String, String)]) -> String {
    let encoded = |text: &str| RawStr::new(text).percent_encode().to_string().replace('+', "%2B");
    let pairs = fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value)));
    pairs.collect::<Vec<_>>().join("&")
}
