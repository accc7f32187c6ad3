//! A world that is handed to somebody: its link is used once and becomes a cookie, which opens that world's control room and
//! nothing of another world (D43).

use rocket::figment::Figment;
use rocket::http::{Header, Method, Status};
use service::cases::access::invitations;

use crate::browser::Browser;
use crate::site::Site;

fn locked() -> Figment {
    Figment::new().merge(("control_room_password", "kontrol1"))
}

/// The link of a world, as a path within it.
fn link(site: &Site) -> String {
    let origin = service::cases::app::Origin::inside(::rules::actor::Channel::World);
    let token = rocket::execute(invitations::invite(&site.app, None, &origin)).unwrap();
    format!("/kontrolrum/kom-ind/{}", token.reveal())
}

fn opens(browser: &Browser<'_>, path: &str) -> u16 {
    browser.peek(Method::Get, path).0.code
}

#[test]
fn a_link_opens_its_world_for_one_browser_and_no_other_world() {
    let first = Site::filled();
    let (ours, theirs) = (first.copied_with("hold-1", locked()), first.copied_with("hold-2", locked()));
    let link = link(&ours);
    let invited = ours.browser_at("192.0.2.7");
    assert_eq!(opens(&invited, "/kontrolrum"), 401);
    // Looking at it uses nothing up.
    for _ in 0..3 {
        ours.browser_at("192.0.2.8").open(&link).is(Status::Ok).says("Linket kan bruges én gang");
    }
    assert_eq!(theirs.browser().open(&link).status, Status::NotFound);
    let inside = invited.open(&link).form("Åbn min verden").submit();
    assert_eq!((inside.status, inside.path.as_str()), (Status::Ok, "/v/hold-1/kontrolrum"));
    assert_eq!([opens(&invited, "/kontrolrum/personer"), opens(&invited, "/api/world/persons")], [200; 2]);
    assert_eq!(invited.open(&link).path, "/v/hold-1/kontrolrum", "the same browser is let in again");
    let late = ours.browser_at("192.0.2.8");
    late.open(&link).is(Status::Gone).says("Linket er brugt.").says("om et nyt");
    assert_eq!(opens(&late, "/kontrolrum"), 401);
    // The cookie under the other world's name opens nothing there.
    let thief = theirs.browser_at("192.0.2.7");
    thief.open("/");
    let id = thief.cookies().keys().find_map(|name| name.strip_suffix("_besoeg").map(str::to_owned)).unwrap();
    thief.set_cookie(&format!("{id}_indbudt"), &invited.cookie("indbudt").unwrap());
    assert_eq!(opens(&thief, "/kontrolrum"), 401);
}

#[test]
fn a_newer_link_takes_the_world_from_whoever_had_it_and_a_reset_does_not() {
    let first = Site::filled();
    let class = first.copied_with("hold", locked());
    let invited = class.browser_at("192.0.2.7");
    invited.open(&link(&class)).form("Åbn min verden").submit().is(Status::Ok);
    invited.open("/kontrolrum/nulstil").form("Nulstil verden").submit().is(Status::Ok);
    assert_eq!(opens(&invited, "/kontrolrum"), 200);
    let next = link(&class);
    assert_eq!(opens(&invited, "/kontrolrum"), 401);
    class.browser_at("192.0.2.8").open(&next).is(Status::Ok);
}

#[test]
fn a_link_is_used_by_the_form_alone_and_a_made_up_one_opens_nothing() {
    let first = Site::filled();
    let class = first.copied_with("hold", locked());
    let stranger = class.browser_at("192.0.2.7");
    let made_up = format!("/kontrolrum/kom-ind/{}", class.app.new_token().reveal());
    stranger.open(&made_up).is(Status::NotFound).says("Linket fører ikke til nogen verden.");
    stranger.open("/kontrolrum/kom-ind/x").is(Status::NotFound);
    let link = link(&class);
    let code = link.rsplit('/').next().unwrap().to_owned();
    let (status, _) = stranger.send_bare("/kontrolrum/kom-ind");
    assert_eq!(status, Status::Forbidden);
    let forged = class.client.post("/kontrolrum/kom-ind").header(rocket::http::ContentType::Form);
    let forged = forged.body(format!("code={code}")).header(Header::new("Origin", "https://another.example"));
    assert_eq!(forged.dispatch().status(), Status::Forbidden);
    stranger.open(&link).is(Status::Ok);
}

#[test]
fn other_worlds_give_nobody_more_guesses_at_the_control_room_password() {
    let first = Site::filled();
    let worlds = ["hold-1", "hold-2"].map(|name| first.copied_with(name, locked()));
    let tries = |site: &Site, password: &str| {
        use base64::prelude::{BASE64_STANDARD, Engine};
        let basic = format!("Basic {}", BASE64_STANDARD.encode(format!(":{password}")));
        let request = site.client.get("/kontrolrum").header(Header::new("Authorization", basic));
        request.remote("192.0.2.7:49152".parse().unwrap()).dispatch().status().code
    };
    for nth in 0..10 {
        assert_eq!(tries(&worlds[nth % 2], "forkert-0"), 401);
    }
    for world in &worlds {
        assert_eq!(tries(world, "kontrol1"), 429);
    }
}
