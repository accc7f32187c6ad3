// Token, app and keys by telephone at sites: one window is the computer, the other the thing in the hand. A text for the
// authorities is signed, a payment made, a NemID ended (Rules 2, 3.6; D36).

import assert from "node:assert/strict";
import { test } from "node:test";

import { newWindow } from "./browser.mjs";
import { Keys } from "./keys.mjs";
import { Citizen } from "./people.mjs";
import { Clerk } from "./staff.mjs";
import { WAYS, stage } from "./stage.mjs";

const PUBLIC = "/tjenester/borgerportalen";
const BANK = "/tjenester/hedebanken";
const DIGITS = ["nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni"];
const PIN = "4711";
const ASKS_TOKEN = "Tryk på knappen på din nøgleviser";
const ASKS_APP = "Der er sendt en anmodning til din nøgleapp";
const ASKS_TELEPHONE = "når du trykker på »Ring mig op«";

const set = stage();
const IN_THE_HAND = { width: 390, height: 844 };

/** Holger Sivebæk has carriers of all four kinds. */
const holger = (way) => Citizen.named(set, "Holger Sivebæk", way);

/** The things of somebody, in a window as wide as a telephone. */
async function inTheHand({ cpr }, way) {
  const window = await newWindow(set, { ...way, size: IN_THE_HAND });
  const things = await set.site.world.ask(`persons/${cpr}/devices`);
  const of = (kind) => things.find((one) => one.kind === kind)?.id;
  return {
    window,
    /** Presses the token's button; gives the six digits that it shows. */
    async press() {
      await window.visit(`/kontrolrum/ting/${of("token")}`);
      await window.press("Tryk på knappen");
      return /Displayet viser\s*(\d{6})/.exec(await window.text())[1];
    },
    /** Reads the request on the telephone, which says these words, and approves it. */
    async approves(...words) {
      await window.visit(`/telefon/${of("telephone")}`);
      await window.sees(...words);
      await window.fill({ "PIN-kode": PIN });
      await window.press("Godkend");
      await window.sees("Godkendt");
    },
    /** Takes the telephone that rings; gives the key that is read out. */
    async hears() {
      await window.visit(`/kontrolrum/personer/${cpr}`);
      await window.press("Tag telefonen");
      const said = (await window.page.locator(".call-said p").allInnerTexts())[1];
      return said.replace(".", "").split(", ").map((word) => DIGITS.indexOf(word)).join("");
    },
  };
}

/** Chooses a kind of carrier, unless it is asked for already, as the one that was used last is. */
async function chooses(window, kind, asked) {
  if (!(await window.text()).includes(asked)) await window.press(kind);
  await window.sees(asked);
}

/** Types the password and answers with a code of the token. */
async function logsOnWithToken(citizen, hand, at) {
  await citizen.window.visit(at);
  await citizen.identifies();
  await chooses(citizen.window, "Nøgleviser", ASKS_TOKEN);
  await citizen.window.fill({ "Kode fra nøgleviseren": await hand.press() });
  await citizen.window.press("Log på");
}

/** The text of an application, as far as the question for a key. */
async function readsApplication({ window, password }) {
  await window.visit(PUBLIC);
  await window.press("Ansøgning om parkeringslicens");
  await window.fill({ Adgangskode: password });
  await window.press("Næste");
}

/** The page at the computer goes on: by itself with scripts, by its button without. */
async function goesOn({ window }, way, words) {
  if (!way.scripts) await window.press("Jeg har godkendt");
  else await window.page.getByText(words).first().waitFor();
  await window.sees(words);
}

for (const way of WAYS) {
  test(`a text is signed with the token, the app and the telephone${way.name}`, async () => {
    const citizen = await holger(way);
    const { window } = citizen;
    const hand = await inTheHand(citizen, way);
    await logsOnWithToken(citizen, hand, PUBLIC);

    await readsApplication(citizen);
    await window.sees(ASKS_TOKEN, "tro og love");
    await window.fill({ "Kode fra nøgleviseren": "000000" });
    await window.press("Underskriv");
    await window.refuses({ "Kode fra nøgleviseren": "Du har 4 forsøg tilbage" });
    await window.fill({ "Kode fra nøgleviseren": await hand.press() });
    await window.press("Underskriv");
    await window.sees("Teksten er underskrevet", "Certifikatets serienummer");

    await readsApplication(citizen);
    await chooses(window, "Nøgleapp", ASKS_APP);
    await hand.approves("Borgerportalen", "tro og love");
    await goesOn(citizen, way, "Teksten er underskrevet");

    await readsApplication(citizen);
    await chooses(window, "Telefon", ASKS_TELEPHONE);
    await window.press("Ring mig op");
    await window.fill({ Nøgle: await hand.hears() });
    await window.press("Underskriv");
    await window.sees("Teksten er underskrevet");
    await hand.window.close();
    await window.close();
  });
}

test("a payment is made with the app by the keyboard alone", async () => {
  const citizen = await holger({});
  const clerk = await Clerk.of(set, "hedebanken", {});
  await clerk.finds(citizen.cpr);
  await clerk.window.click("Tilknyt bankaftale");
  await clerk.window.choose("Kunden giver samtykke");
  await clerk.window.fill({ "NemID-nummer, som aftalen skal tilknyttes": citizen.nemid.number });
  await clerk.window.press("Næste");
  await clerk.signs();
  await clerk.window.close();

  const { window } = citizen;
  const [hand, keys] = [await inTheHand(citizen, {}), new Keys(window)];
  await logsOnWithToken(citizen, hand, BANK);
  await keys.enters("link", "Betal");
  await keys.types("Til konto", "1234 7654321");
  await keys.types("Beløb", "12,00");
  await keys.enters("button", "Næste");
  await keys.types("Adgangskode", citizen.password);
  await keys.sends();
  await keys.enters("button", "Nøgleapp");
  await window.sees(ASKS_APP);
  await hand.approves("Hedebanken", "12,00 kr.");
  await window.page.getByText("Kvittering").first().waitFor();
  await window.sees("Teksten er underskrevet", "12,00 kr.");
  await hand.window.close();
  await window.close();
});

for (const way of WAYS) {
  const [name, how] = way.scripts ? ["Holger Sivebæk", "the app"] : ["Gerda Munkholm", "the token"];
  test(`a NemID is ended with ${how}${way.name}`, async () => {
    const citizen = await Citizen.named(set, name, way);
    const { window } = citizen;
    const hand = await inTheHand(citizen, way);
    await logsOnWithToken(citizen, hand, "/log-paa");
    await window.visit("/selvbetjening/afslut");
    await window.press("Fortsæt");
    if (way.scripts) {
      await chooses(window, "Nøgleapp", ASKS_APP);
      await hand.approves("lukning af NemID");
      await goesOn(citizen, way, "Dit NemID er lukket");
    } else {
      await window.fill({ "Kode fra nøgleviseren": await hand.press() });
      await window.press("Luk NemID");
      await window.sees("Dit NemID er lukket");
    }
    const { nemids } = await set.site.world.person(citizen.cpr);
    assert.equal(nemids[0].state, "closed");
    assert.ok(nemids[0].carriers.every((one) => !one.active), "nothing of it can be used any more");
    await hand.window.close();
    await window.close();
  });
}
