// People who act: citizens at home, each in front of a browser window of their own, with cards in hand and a password
// in mind. Those who work here are in staff.mjs.

import assert from "node:assert/strict";

import { newWindow } from "./browser.mjs";

/** Somebody with a browser window, cards in hand and a password in mind. */
export class Person {
  constructor(window, { userId, password, cards }) {
    Object.assign(this, { window, userId, password, cards });
  }

  /** The key beside the number that the page asks for. */
  async answer() {
    const question = await this.window.page.locator(".key-question").innerText();
    const [, number] = /#(\d{4})/.exec(question);
    const named = this.cards.find((card) => question.includes(card.card_number));
    const card = named ?? this.cards.find((one) => one.keys[number]);
    assert.ok(card?.keys[number], `no card in hand has the number ${number}`);
    return card.keys[number];
  }

  /** Types user id and password, wherever that is asked for. */
  async identifies(password = this.password) {
    await this.window.fill({ "Bruger-id": this.userId, Adgangskode: password });
    await this.window.press();
  }

  async answersKey() {
    await this.window.fill({ Nøgle: await this.answer() });
    await this.window.press();
  }

  /** Chooses a card by typing its number. */
  async usesOtherCard(number) {
    await this.window.click("Brug et andet nøglekort");
    await this.window.fill({ Nøglekortnummer: number });
    await this.window.press();
  }

  /** Logs on at an address that needs it. */
  async logsOn(at = "/selvbetjening") {
    await this.window.visit(at);
    await this.identifies();
    await this.answersKey();
    assert.ok(this.window.path.startsWith(at), `logged on, but at ${this.window.path}`);
  }
}

export class Citizen extends Person {
  /** The citizen with a CPR number, who holds what is in the drawer and remembers what the control room says. Of
   * several NemIDs the newest open one, or the one of an issuer. */
  static async of(set, cpr, { issuer, ...how } = {}) {
    const { world } = set.site;
    const person = await world.person(cpr);
    const open = person.nemids.filter((one) => !["closed", "blocked"].includes(one.state));
    const nemid = open.findLast((one) => !issuer || one.issuer === issuer) ?? {};
    const mind = { userId: nemid.user_id, password: nemid.password, cards: await world.cards(cpr) };
    return Object.assign(new Citizen(await newWindow(set, how), mind), { cpr, name: person.name, nemid });
  }

  /** The citizen whom the control room lists by this name. */
  static async named(set, name, how) {
    return Citizen.of(set, (await set.site.world.personNamed(name)).cpr, how);
  }

  /** How the control room lists the NemID now. */
  async listed() {
    const { nemids } = await this.window.site.world.person(this.cpr);
    return nemids.find((one) => one.number === this.nemid.number);
  }

  /** A NemID that was made meanwhile is the one that counts from now on. */
  async hasNewNemId() {
    const { nemids } = await this.window.site.world.person(this.cpr);
    this.nemid = nemids.at(-1);
    this.userId = this.nemid.user_id;
  }

  /** Opens the post and lays the cards that came into the drawer. */
  async opensPost() {
    const post = await this.window.site.world.openPost(this.cpr);
    await this.looksIntoDrawer();
    return post;
  }

  async looksIntoDrawer() {
    this.cards = await this.window.site.world.cards(this.cpr);
  }

  /** Types the temporary password and chooses a password at a page that begins with it. */
  async types(at, digits) {
    await this.window.visit(at);
    await this.window.fill({ "NemID-nummer": this.nemid.number, "Midlertidig adgangskode": digits });
    await this.window.press();
  }

  /** The card to go on with, by its number, and a key from it. */
  async provesWith(card = this.cards.at(-1).card_number) {
    await this.window.fill({ Nøglekortnummer: card });
    await this.window.press();
    await this.answersKey();
  }

  /** From the temporary password to a NemID that works (Guide 3.1.2). */
  async activates(digits, password, card) {
    const { window } = this;
    await this.types("/aktiver", digits);
    await window.fill({ Adgangskode: password, "Gentag adgangskode": password });
    await window.press();
    await window.fill({ "E-mail": "post@hjemme.example", Mobilnummer: "20304050" });
    await window.press();
    for (const box of await window.page.locator("main input[type=checkbox]").all()) await box.check();
    await window.press();
    await this.provesWith(card);
    await window.sees("Dit NemID er aktiveret");
    this.password = password;
  }

  /** From the temporary password to a password that works again (Guide 3.1.3, 3.1.4); `remembered` is the one from
   * before, where the letter is to unlock. */
  async reopens(digits, { remembered, password }) {
    const { window } = this;
    await this.types("/genaabn", digits);
    if (remembered) {
      await window.fill({ Adgangskode: remembered });
      await window.press();
    }
    await window.fill({ "Ny adgangskode": password, "Gentag ny adgangskode": password });
    await window.press();
    await this.provesWith();
    await window.sees("Dit NemID er genåbnet");
    this.password = password;
  }
}

/** A citizen nobody in this world was yet: with one public NemID that works, its card in the drawer and the password
 * in mind. */
export async function anybody(set, how) {
  set.met ??= new Set();
  for (const { cpr, password, nemids } of await set.site.world.persons()) {
    const [nemid, ...more] = nemids;
    if (set.met.has(cpr) || !password || more.length || nemid?.issuer !== "public" || nemid.state !== "active") continue;
    const [card, ...others] = nemid.cards.filter((one) => ["active", "attached", "ordered"].includes(one.state));
    if (card?.state !== "active" || others.length || card.keys_left < 100) continue;
    const held = await set.site.world.cards(cpr);
    if (!held.some((one) => one.card_number === card.number)) continue;
    set.met.add(cpr);
    return Citizen.of(set, cpr, how);
  }
  throw new Error("nobody like that is left");
}
