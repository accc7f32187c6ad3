//! What people do at the same time about one question for a key: at the computer, on the telephones, and where somebody
//! blocks the carrier. Each action goes as far as the request that decides, and gives that.

use rules::words::CarrierKind;

use crate::at_once::Request;
use crate::browser::Browser;
use crate::people::Person;
use crate::site::Site;

/// Two telephones with an app each, in the order of their PINs.
const CILLE: &str = "Cille Aagaard";
/// What each of the two apps takes.
const PINS: [&str; 2] = ["1379", "8642"];
/// All four kinds of carriers.
const HOLGER: &str = "Holger Sivebæk";

/// One question for a key that waits for its answer at a computer.
pub struct Scene<'s> {
    pub site: &'s Site,
    pub person: Person<'s>,
    pub kind: CarrierKind,
    /// The form at the computer, but for what is typed.
    form: (String, Vec<(String, String)>),
    /// What was pressed on the token, or heard on the telephone.
    shown: Vec<String>,
    /// The two telephones in front of those who hold them.
    telephones: Vec<Browser<'s>>,
}

/// One action by its name.
pub struct Action {
    pub name: &'static str,
    /// The kinds of carriers with whose questions it can be done; none named is all.
    pub only: Option<CarrierKind>,
    /// Whether it answers the request on a telephone, which can be done but once.
    pub answers_the_request: bool,
    /// Goes as far as the request that decides.
    pub aim: fn(&Scene<'_>) -> Request,
}

pub const ACTIONS: [Action; 13] = [
    Action { name: "answer at the computer", only: None, answers_the_request: false, aim: answer },
    Action {
        name: "answer with the next code",
        only: Some(CarrierKind::Token),
        answers_the_request: false,
        aim: answer_with_next,
    },
    Action { name: "answer wrongly", only: None, answers_the_request: false, aim: answer_wrongly },
    Action {
        name: "approve",
        only: Some(CarrierKind::App),
        answers_the_request: true,
        aim: |scene| approve(scene, 0),
    },
    Action {
        name: "approve elsewhere",
        only: Some(CarrierKind::App),
        answers_the_request: true,
        aim: |scene| approve(scene, 1),
    },
    Action { name: "refuse", only: Some(CarrierKind::App), answers_the_request: true, aim: refuse },
    Action {
        name: "call again",
        only: Some(CarrierKind::Voice),
        answers_the_request: false,
        aim: call_again,
    },
    Action { name: "ask for another kind", only: None, answers_the_request: false, aim: ask_for_a_card },
    Action { name: "ask anew elsewhere", only: None, answers_the_request: false, aim: ask_anew },
    Action { name: "block the carrier", only: None, answers_the_request: false, aim: block_carrier },
    Action { name: "block the password", only: None, answers_the_request: false, aim: block_password },
    Action {
        name: "press the button",
        only: Some(CarrierKind::Token),
        answers_the_request: false,
        aim: press,
    },
    Action {
        name: "type a wrong PIN",
        only: Some(CarrierKind::App),
        answers_the_request: true,
        aim: type_wrong_pin,
    },
];

impl Action {
    /// Whether it can be done about a question that goes to this kind.
    pub fn fits(&self, kind: CarrierKind) -> bool {
        self.only.is_none_or(|only| only == kind)
    }
}

impl<'s> Scene<'s> {
    /// Goes as far as a question to this kind, and as the answer lies ready.
    pub fn of(site: &'s Site, kind: CarrierKind) -> Self {
        let person = site.named(if kind == CarrierKind::App { CILLE } else { HOLGER });
        let button = match kind {
            CarrierKind::App => Some("Nøgleapp"),
            CarrierKind::Voice => Some("Telefon"),
            CarrierKind::Token | CarrierKind::Card => None,
        };
        let mut shown = Vec::new();
        let form = {
            let page = person.types_password("/log-paa", &person.password);
            let page = button.map_or_else(|| person.browser.open(&page.path), |button| page.press(button));
            match kind {
                CarrierKind::Voice => {
                    let page = page.press("Ring mig op");
                    shown.push(person.hears_key());
                    page.form("Log på").sent()
                }
                CarrierKind::Token => {
                    shown.extend([person.presses_token(), person.presses_token()]);
                    page.form("Log på").sent()
                }
                CarrierKind::App | CarrierKind::Card => page.form("Jeg har godkendt").sent(),
            }
        };
        let telephones = vec![site.browser(), site.browser()];
        Self { site, person, kind, form, shown, telephones }
    }

    /// The same scene after one of the telephones has approved.
    pub fn approved(self) -> Self {
        assert_eq!(self.person.approves(0, PINS[0]).0.code, 200);
        self
    }

    /// The form at the computer with something typed.
    fn typed(&self, key: &str) -> Request {
        let (path, mut fields) = self.form.clone();
        if self.kind != CarrierKind::App {
            fields.retain(|(name, _)| name != "key");
            fields.push(("key".to_owned(), key.to_owned()));
        }
        Request { path, fields: Some(fields), cookies: self.person.browser.cookies().into_iter().collect() }
    }

    /// Sends what lies ready at the computer; for an app, that it was approved.
    pub fn goes_on(&self) {
        let Request { path, fields, .. } = answer(self);
        self.person.browser.send(&path, &fields.unwrap());
    }

    fn number(&self) -> String {
        let theirs = self.person.carriers_of_kind(self.kind.code());
        theirs.last().unwrap()["number"].as_str().unwrap().to_owned()
    }
}

fn answer(scene: &Scene<'_>) -> Request {
    scene.typed(scene.shown.first().map_or("", String::as_str))
}

fn answer_with_next(scene: &Scene<'_>) -> Request {
    scene.typed(&scene.shown[1])
}

fn answer_wrongly(scene: &Scene<'_>) -> Request {
    let wrong = (0..9).map(|digit| digit.to_string().repeat(6)).find(|one| !scene.shown.contains(one));
    scene.typed(&wrong.unwrap())
}

fn approve(scene: &Scene<'_>, nth: usize) -> Request {
    let screen = scene.telephones[nth].open(&format!("/telefon/{}", scene.person.telephone(nth)));
    screen.form("Godkend").fill("PIN-kode", PINS[nth]).aimed()
}

fn refuse(scene: &Scene<'_>) -> Request {
    let screen = scene.telephones[1].open(&format!("/telefon/{}", scene.person.telephone(1)));
    screen.form("Afvis").aimed()
}

fn call_again(scene: &Scene<'_>) -> Request {
    scene.person.browser.open("/log-paa/noegle").form("Ring igen").aimed()
}

fn ask_for_a_card(scene: &Scene<'_>) -> Request {
    scene.person.browser.open("/log-paa/noegle").form("Nøglekort").aimed()
}

/// The password is typed at another computer, which takes the place of the question.
fn ask_anew(scene: &Scene<'_>) -> Request {
    let elsewhere = scene.site.named(&scene.person.name);
    let form = elsewhere.browser.open("/log-paa").form("Næste");
    form.fill("Bruger-id", &elsewhere.user_id).fill("Adgangskode", &elsewhere.password).aimed()
}

fn block_carrier(scene: &Scene<'_>) -> Request {
    let (what, beside) = match scene.kind {
        CarrierKind::Token => ("Nøgleviser: mistet", "Nummer på nøgleviser eller nøgleapp"),
        CarrierKind::App => ("Nøgleapp: Telefonen er mistet", "CPR-nummer"),
        CarrierKind::Voice | CarrierKind::Card => {
            ("Adgangskoden: Telefonen, som nøgler læses op på, er mistet", "CPR-nummer")
        }
    };
    let known = if scene.kind == CarrierKind::Token { scene.number() } else { scene.person.cpr.clone() };
    let browser = scene.site.browser();
    let form = browser.open("/spaer").form("Spær nu").tick(what).fill("Navn", &scene.person.name);
    form.fill(beside, &known).aimed()
}

fn block_password(scene: &Scene<'_>) -> Request {
    let browser = scene.site.browser();
    let form = browser.open("/spaer").form("Spær nu").tick("Adgangskoden: Andre kender den måske");
    form.fill("Navn", &scene.person.name).fill("CPR-nummer", &scene.person.cpr).aimed()
}

/// The button of the token is pressed in the control room.
fn press(scene: &Scene<'_>) -> Request {
    let browser = scene.site.browser();
    browser.open(&format!("/kontrolrum/ting/{}", scene.person.token_device())).form("Tryk på knappen").aimed()
}

fn type_wrong_pin(scene: &Scene<'_>) -> Request {
    let screen = scene.telephones[0].open(&format!("/telefon/{}", scene.person.telephone(0)));
    screen.form("Godkend").fill("PIN-kode", "0000").aimed()
}
