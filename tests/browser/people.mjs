// People who act: a citizen at home and an officer at the counter, each in front of a browser window of their own.

import assert from "node:assert/strict";

import { newWindow } from "./browser.mjs";

/** Somebody with a browser window, cards in hand and a password in mind. */
class Person {
  constructor(window, { userId, password, cards }) {
    this.window = window;
    this.userId = userId;
    this.password = password;
    this.cards = cards;
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
  /** The citizen with a CPR number, who remembers what the control room says and holds what is in the drawer. */
  static async called(cpr, browser, site, how) {
    const person = await site.world.person(cpr);
    const nemid = person.nemids.find((one) => one.state !== "closed") ?? {};
    const cards = await site.world.cards(cpr);
    const window = await newWindow(browser, site, how);
    const citizen = new Citizen(window, { userId: nemid.user_id, password: person.password, cards });
    return Object.assign(citizen, { cpr, name: person.name, nemid });
  }

  /** Opens the post and lays the cards that came into the drawer. */
  async opensPost() {
    const post = await this.window.site.world.openPost(this.cpr);
    this.cards = await this.window.site.world.cards(this.cpr);
    return post;
  }

  /** From the letter box to a NemID that works (Guide 3.1.2). */
  async activates(password) {
    const post = await this.opensPost();
    const pin = post.find((letter) => letter.kind === "pin_letter");
    const welcome = post.find((letter) => letter.kind === "welcome");
    await this.window.visit("/aktiver");
    await this.window.fill({
      "NemID-nummer": welcome?.nemid_number ?? this.nemid.number,
      "Midlertidig adgangskode": pin.temporary_password,
    });
    await this.window.press();
    await this.window.fill({ Adgangskode: password, "Gentag adgangskode": password });
    await this.window.press();
    await this.window.fill({ "E-mail": "post@hjemme.example", Mobilnummer: "20304050" });
    await this.window.press();
    for (const box of await this.window.page.locator("main input[type=checkbox]").all()) await box.check();
    await this.window.press();
    await this.window.fill({ Nøglekortnummer: this.cards[0].card_number });
    await this.window.press();
    await this.answersKey();
    await this.window.sees("Dit NemID er aktiveret");
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
    return Citizen.called(cpr, set.browser, set.site, how);
  }
  throw new Error("nobody like that is left");
}

export class Officer extends Person {
  /** An officer of the first office, at the counter. */
  static async atCounter(browser, site, how) {
    const staff = await site.world.officers();
    const found = staff.find((one) => one.role === "officer" && one.office === "borgerservice-fjordby");
    const window = await newWindow(browser, site, how);
    const { user_id: userId, password, cards } = found;
    const officer = Object.assign(new Officer(window, { userId, password, cards }), { office: found.office });
    await officer.logsOn("/ra");
    return officer;
  }

  /** The first of the office's shelf of sealed cards or PIN letters. */
  async takesFromShelf(what) {
    const office = (await this.window.site.world.offices()).find((one) => one.id === this.office);
    return office[what][0];
  }

  /** Begins an action for a citizen who shows a passport, up to the choice. */
  async serves(action, citizen) {
    await this.window.visit(`/ra/${action}`);
    await this.window.fill({ "CPR-nummer": citizen.cpr });
    await this.window.press();
    await this.window.choose("Pas");
    await this.window.press();
    if (action !== "bestil") {
      await this.window.choose(citizen.nemid.number);
      await this.window.press();
    }
  }

  async signs() {
    await this.window.fill({ Adgangskode: this.password });
    await this.window.press("Underskriv");
    await this.window.sees("Underskrevet");
  }
}
