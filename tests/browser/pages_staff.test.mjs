// A walk over every page for those who work here and of the control room, in both languages and at both widths. A page
// that came and that the walk does not know fails the last test.

import { test } from "node:test";

import { newWindow } from "./browser.mjs";
import { Citizen } from "./people.mjs";
import { assertAllReached } from "./routes.mjs";
import { stage } from "./stage.mjs";
import { Administrator, Clerk, Officer, Operator } from "./staff.mjs";

/** Nobody takes mail there, so the operator has something to see. */
const NO_MAIL = { SELVBETJENING_MAIL: "smtp://127.0.0.1:9" };
const set = stage(NO_MAIL);
const BILINGUAL = { bilingual: true };
const windows = [];

/** Looks at the welcome letter that goes with a receipt, and at the receipt again. */
async function looksAtLetter(window) {
  const receipt = new URL(window.page.url());
  await window.visit(`${receipt.pathname.replace("/kvittering", "/velkomstbrev")}${receipt.search}`);
  await window.click("Tilbage");
}

/** One action at the counter through all its pages. */
async function goesThrough(officer, [action, name], choosing) {
  const citizen = await Citizen.named(set, name);
  await officer.serves(action, citizen);
  await choosing(officer.window, citizen);
  await officer.window.press(action.endsWith("spaer-noeglekort") ? "OK" : "Næste");
  await officer.signs();
  await looksAtLetter(officer.window);
  await citizen.window.close();
}

test("the RA portal, every action to its receipt and letter", async () => {
  const officer = await Officer.atCounter(set, BILINGUAL);
  windows.push(officer.window);
  await officer.window.visit("/ra/vedligehold");
  await goesThrough(officer, ["bestil", "Erik Fjeldsted"], async (window) =>
    window.fill({ Nøglekortnummer: await officer.takesFromShelf("cards") }));
  await goesThrough(officer, ["bestil", "Kirsten Munk"], async (window, kirsten) => {
    await window.fill({ Nøglekortnummer: kirsten.nemid.cards[0].number });
    await window.choose("Borgeren giver samtykke");
  });
  await goesThrough(officer, ["vedligehold/spaer-noeglekort", "Hanne Iversen"], async (window, hanne) => {
    await window.choose(hanne.nemid.cards[0].number);
    await window.choose("Borgeren har mistet kortet");
  });
  await goesThrough(officer, ["vedligehold/udlever-noeglekort", "Ida Krogh"], async (window) =>
    window.fill({ Nøglekortnummer: await officer.takesFromShelf("cards") }));
  await goesThrough(officer, ["vedligehold/midlertidig-adgangskode", "Ulla Vang"], async (window) =>
    window.fill({
      Handling: { option: "Midlertidig kode til låst adgangskode" },
      "Serienummer på PIN-brev": await officer.takesFromShelf("letters"),
    }));
  await goesThrough(officer, ["vedligehold/telefon", "Ida Krogh"], async (window) => {
    await window.fill({ "Telefonnummer, der skal ringes til": "70 20 30 40" });
    await window.choose("Borgeren ved, at telefonen");
  });
  await goesThrough(officer, ["vedligehold/noegleviser", "Ida Krogh"], (window) =>
    window.sees("I virkeligheden koster en nøgleviser penge"));
  await goesThrough(officer, ["vedligehold/spaer-certifikat", "Ida Krogh"], (window) =>
    window.choose("Borgeren har bedt om det"));
  await goesThrough(officer, ["vedligehold/spaer-adgangskode", "Ida Krogh"], async (window) => {
    await window.choose("Andre kender");
    await window.choose("Nej tak, send ingen");
  });
  for (const page of ["", "/journal", "/lager", "/certifikat", "/sessioner"]) await officer.window.visit(`/ra${page}`);
  await officer.window.close();
});

test("what the counter refuses or cannot find", async () => {
  const officer = await Officer.atCounter(set, BILINGUAL);
  const { window } = officer;
  for (const [name, action, told] of [
    ["Stine Udsen", "bestil", "Borgeren har allerede NemID"],
    ["Fie Gade", "bestil", "fyldt 15 år"],
    ["Uno Knap", "vedligehold/spaer-noeglekort", "intet NemID"],
    ["Søren Ibsen", "vedligehold/spaer-noeglekort", "Ingen af dem kan vælges"],
  ]) {
    const { cpr } = await set.site.world.personNamed(name);
    await window.visit(`/ra/${action}`);
    await window.fill({ "CPR-nummer": cpr });
    await window.press();
    await window.choose("Pas");
    await window.press();
    await window.sees(told);
  }
  await window.close();
});

test("the administrator's pages", async () => {
  const aksel = await Administrator.atDesk(set, BILINGUAL);
  const { window } = aksel;
  windows.push(window);
  const { cpr } = await set.site.world.personNamed("Uno Knap");
  await window.visit("/ra/medarbejdere/ny");
  await window.fill({ "CPR-nummer": cpr, Stilling: "RA-medarbejder" });
  await window.choose("RA-medarbejder, Borgerservice Fjordby");
  await window.press("Næste");
  await aksel.signs();
  await looksAtLetter(window);
  for (const page of ["", "/journal", "/journal/opslag", "/lager", "/medarbejdere"]) await window.visit(`/ra${page}`);
  await window.click("Jonas Lyng");
  await window.visit("/ra/medarbejdere");
  await window.click(aksel.name);
  await window.close();
});

test("a bank's counter", async () => {
  const clerk = await Clerk.of(set, "fjordbanken", BILINGUAL);
  const { window } = clerk;
  windows.push(window);
  const { cpr } = await set.site.world.personNamed("Carsten Duus");
  for (const deed of ["Spær adgangskode", "Spær nøglekort", "Ny midlertidig adgangskode", "Luk adgang", "Overflyt bankaftale"]) {
    await clerk.finds(cpr);
    await window.click(deed);
  }
  const { nemids } = await set.site.world.person(cpr);
  await window.choose("Kunden giver samtykke");
  await window.fill({ "NemID-nummer, som aftalen skal flyttes til": nemids.find((one) => one.issuer === "public").number });
  await window.press("Næste");
  await clerk.signs();
  for (const page of ["/journal", "/certifikat", "/sessioner"]) await window.visit(`/bank/fjordbanken${page}`);
  await window.close();
});

test("the operator's desk", async () => {
  const olga = await Operator.atDesk(set, BILINGUAL);
  const { window } = olga;
  windows.push(window);
  for (const page of ["/regler", "/drift", "/certifikat", "/sessioner"]) await window.visit(`/operatoer${page}`);
  const { cpr } = await set.site.world.personNamed("Åge Bruun");
  for (const deed of ["Spær certifikat", "Spær hele NemID'et", "Registrér dødsfald", "Ophæv låsen"]) {
    await olga.finds(cpr);
    await window.click(deed);
  }
  await window.press("Næste");
  await olga.signs();
  await window.sees("Låsen er ophævet");
  // Mail leaves apart from pages, and some seconds may pass until it could not.
  for (let times = 0; times < 60; times += 1) {
    await window.visit("/operatoer/drift");
    if ((await window.text()).includes("Beskeder med problemer")) break;
    await window.page.waitForTimeout(500);
  }
  await window.sees("Beskeder med problemer", "E-mail", "Prøves igen om");
  for (const page of ["/journal", "/journal/opslag"]) await window.visit(`/operatoer${page}`);
  await window.close();
});

test("the control room, with a person, letters and the shelves", async () => {
  const window = await newWindow(set, BILINGUAL);
  windows.push(window);
  for (const page of ["", "/personer", "/personer/ny", "/nulstil", "/api", "/hotline", "/hotline?ringet", "/ur"]) await window.visit(`/kontrolrum${page}`);
  await window.press("31 dage");
  const { cpr } = await set.site.world.personNamed("Anna Bøgh");
  await window.visit(`/kontrolrum/personer/${cpr}/doedsfald`);
  await window.visit(`/kontrolrum/personer/${cpr}/krypteret`);
  await window.visit(`/kontrolrum/personer/${cpr}`);
  for (const letter of ["Velkomstbrev", "Nøglekort", "PIN-brev"]) {
    await window.press(`Åbn ${letter}`);
    await window.click("Anna Bøgh");
  }
  await window.click("Se kortet");
  for (const name of ["Hanne Iversen", "Uffe Wind", "Bodil Enggaard", "Dagny Grauballe", "Esben Hjorth"]) {
    const messaged = await set.site.world.personNamed(name);
    await window.visit(`/kontrolrum/personer/${messaged.cpr}`);
  }

  const asta = await set.site.world.personNamed("Asta Kronborg");
  const [{ id: telephone }] = await set.site.world.ask(`persons/${asta.cpr}/devices`);
  for (const page of ["", "/installer"]) await window.visit(`/telefon/${telephone}${page}`);
  const holger = await set.site.world.personNamed("Holger Sivebæk");
  for (const { id } of await set.site.world.ask(`persons/${holger.cpr}/devices`)) {
    await window.visit(`/kontrolrum/ting/${id}`);
  }
  await window.visit(`/kontrolrum/personer/${holger.cpr}`);
  const { nemids: [{ number }] } = await set.site.world.person(holger.cpr);
  await window.visit(`/kontrolrum/personer/${holger.cpr}/telefon/${number}`);
  await window.visit(`/kontrolrum/personer/${holger.cpr}`);
  await window.click("Se nøgleviseren");
  const jens = await Citizen.named(set, "Jens Lindholm");
  const [{ id: another }] = await set.site.world.ask(`persons/${jens.cpr}/devices`);
  await window.visit(`/telefon/${another}/installer`);
  await window.fill({ "Bruger-id": jens.userId, Adgangskode: jens.password });
  await window.press("Acceptér og fortsæt");
  await jens.window.close();

  const post = async (name, state) => {
    const { cpr } = await set.site.world.personNamed(name);
    await window.visit(`/kontrolrum/personer/${cpr}`);
    const letter = (await set.site.world.letters(cpr)).find((one) => one.state === state);
    await window.visit(`/kontrolrum/breve/${letter.id}/post`);
  };
  await post("Jette Kjær", "lost");
  await post("Lise Mørk", "in_transit");
  await window.press("Forsink");

  const { id, handed_out: given } = (await set.site.world.offices()).find((one) => one.handed_out.letters.length > 0);
  for (const number of [given.cards.at(-1), given.letters.at(-1)]) {
    await set.site.world.openFromShelf(id, number);
    await window.visit(`/kontrolrum/kontorer/${id}/${number}`);
  }
  await window.visit("/kontrolrum/kontorer");
  await window.close();
});

test("the worlds beside this one", async () => {
  const window = await newWindow(set, BILINGUAL);
  windows.push(window);
  await window.visit("/kontrolrum/verdener");
  await window.fill({ Navn: "klasse", "Begynd fra": { option: "Den første verden, som den er nu" } });
  await window.press("Lav verdenen");
  await window.fill({ "Gemmepunktets navn": "start" });
  await window.press("Gem verdenen nu");
  await window.click("Gå tilbage start");
  await window.visit("/kontrolrum/verdener/first");
  for (const page of ["nulstil", "slet"]) await window.visit(`/kontrolrum/verdener/klasse/${page}`);
  await window.press("Slet verdenen");
  await window.close();
});

test("no page is left out", async () => {
  const staff = /^\/(ra|operatoer|kontrolrum|telefon)(\/|$)|^\/bank\//;
  await assertAllReached(windows, (address) => staff.test(address));
});
