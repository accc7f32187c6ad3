//! What is done away from the computers: on the telephone, with the token, and where carriers are blocked and ordered.

use rocket::http::Status;
use rules::words::CarrierKind;
use serde_json::json;

use crate::world::api;

use super::life::{HOLGER, Life, PIN};

impl Life<'_> {
    /// The newest request is approved, if it still can be.
    pub fn approves(&mut self, right: bool) {
        let (status, requests) =
            api::error(self.site, &format!("devices/{}/requests", self.holger.telephone(0)));
        let newest = requests.as_array().and_then(|all| all.last()).cloned();
        let Some(newest) = newest.filter(|_| status == Status::Ok) else { return };
        let waits = newest["state"] == "waiting";
        let (status, told) = self.holger.approves(0, if right { PIN } else { "0000" });
        assert!(waits || status != Status::Ok, "a request was approved that is {newest}: {told}");
        assert!(right || status != Status::Ok, "a wrong PIN approved: {told}");
        if status == Status::Ok {
            self.claims.approves();
        }
    }

    /// The newest request is refused.
    pub fn refuses(&mut self) {
        let at = format!("devices/{}/requests", self.holger.telephone(0));
        let (status, requests) = api::error(self.site, &at);
        let newest = requests.as_array().and_then(|all| all.last()).cloned();
        let Some(newest) = newest.filter(|_| status == Status::Ok) else { return };
        if self.holger.answers_request(0, "refuse", &json!({})).0 == Status::Ok {
            assert_eq!(newest["state"], "waiting");
            self.claims.ends();
        }
    }

    /// Blocks without logging on; a telephone that reads keys out is lost with the password.
    pub fn blocks(&mut self, kind: CarrierKind) {
        let what = match kind {
            CarrierKind::Card => "Nøglekort: mistet",
            CarrierKind::Token => "Nøgleviser: mistet",
            CarrierKind::App => "Nøgleapp: Telefonen er mistet",
            CarrierKind::Voice => return,
        };
        let browser = self.site.browser();
        let form = browser.open("/spaer").form("Spær nu").tick(what).fill("Navn", HOLGER);
        form.fill("CPR-nummer", &self.holger.cpr).submit();
        assert!(!self.holger.states_of_kind(kind.code()).contains(&"active".to_owned()), "{what}");
        self.saw("blocked");
    }

    /// Gets another carrier of a kind, and takes it into use with a key from the card.
    pub fn orders(&mut self, kind: CarrierKind) {
        let has = self.holger.carriers_of_kind("card").iter().any(|card| card["active"] == true);
        if !has || !self.logs_on_by_card(0, "/log-paa") {
            return;
        }
        self.windows[0].question = None;
        let browser = &self.windows[0].browser;
        let keys = browser.open("/selvbetjening/noegler");
        match kind {
            CarrierKind::Token if keys.body.contains("Bestil nøgleviser") => {
                keys.press("Bestil nøgleviser");
                self.site.clock_moves("working_days", 4);
                let serial = self.holger.opens_letter("key_token")["serial"].clone();
                if !self.logs_on_by_card(0, "/log-paa") {
                    return;
                }
                let browser = &self.windows[0].browser;
                let keys = browser.open("/selvbetjening/noegler").form("Næste");
                let page = keys.fill("Serienummer på nøgleviser", serial.as_str().unwrap()).submit();
                let key = self.holger.key_for(&page);
                self.claims.asks();
                let form =
                    page.form("Tag i brug").fill("Kode fra nøgleviseren", &self.holger.presses_token());
                form.fill("Nøgle", &key).submit().says("Nøgleviseren er i brug");
                self.claims.has_another_token();
                self.saw("another token was taken into use");
            }
            CarrierKind::App if !self.holger.states_of_kind("app").contains(&"active".to_owned()) => {
                let app = self.holger.installs_app(0);
                self.claims.asks();
                self.site.clock_moves("hours", 1);
                assert_eq!(self.holger.chooses_pin(0, &app, PIN).0, Status::Ok);
                self.saw("another app was installed");
            }
            _ => {}
        }
    }
}
