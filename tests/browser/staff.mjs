// Those who work in this world: officers and the administrator of the RA portal, bank clerks, the operator.

import assert from "node:assert/strict";

import { newWindow } from "./browser.mjs";
import { Person } from "./people.mjs";

export const OFFICE = "borgerservice-fjordby";

class Employee extends Person {
  /** Somebody of the demo staff, logged on at their desk. */
  static async at(set, base, suits, how) {
    const found = (await set.site.world.officers()).find(suits);
    const { user_id: userId, password, cards } = found;
    const employee = new this(await newWindow(set, how), { userId, password, cards });
    Object.assign(employee, { base, name: found.name, cpr: found.cpr, office: found.office });
    await employee.logsOn(base);
    return employee;
  }
}

/** At the counter of the first office. */
export class Officer extends Employee {
  static atCounter(set, how) {
    return this.at(set, "/ra", (one) => one.role === "officer" && one.office === OFFICE, how);
  }

  /** The first of the office's shelf of sealed `cards` or PIN `letters`. */
  async takesFromShelf(what) {
    const offices = await this.window.site.world.offices();
    return offices.find((one) => one.id === this.office)[what][0];
  }

  /** Begins an action for a citizen who shows documents, up to the choice. */
  async serves(action, citizen, documents = ["Pas"]) {
    const { window } = this;
    await window.visit(`/ra/${action}`);
    await window.fill({ "CPR-nummer": citizen.cpr });
    await window.press();
    for (const document of documents) await window.choose(document);
    await window.press();
    if (action !== "bestil") {
      await window.choose(citizen.nemid.number);
      await window.press();
    }
  }

  async signs() {
    await this.window.fill({ Adgangskode: this.password });
    await this.window.press("Underskriv");
    await this.window.sees("Underskrevet");
  }

  /** Hands out a PIN letter for an action of the list, signs, and gives what the citizen reads in it. */
  async handsOutLetter(action) {
    const serial = await this.takesFromShelf("letters");
    await this.window.fill({ Handling: { option: action }, "Serienummer på PIN-brev": serial });
    await this.window.press();
    await this.signs();
    const letter = await this.window.site.world.openFromShelf(this.office, serial);
    return letter.temporary_password;
  }
}

/** Who looks after the officers. */
export class Administrator extends Officer {
  static atDesk(set, how) {
    return this.at(set, "/ra", (one) => one.role === "administrator", how);
  }
}

/** At the operator's desk or a bank's, which work alike. */
class Desk extends Employee {
  async finds(cpr) {
    await this.window.visit(this.base);
    await this.window.fill({ "CPR-nummer": cpr });
    await this.window.press("Find");
  }

  async signs() {
    await this.window.sees("Læs og underskriv");
    await this.window.fill({ Adgangskode: this.password });
    await this.window.press("Underskriv handlingen");
  }
}

export class Clerk extends Desk {
  static of(set, bank, how) {
    return this.at(set, `/bank/${bank}`, (one) => one.role === "bank_clerk" && one.place === bank, how);
  }
}

export class Operator extends Desk {
  static atDesk(set, how) {
    return this.at(set, "/operatoer", (one) => one.role === "operator", how);
  }
}

/** Calls the hotline for somebody by the control room's page about them. */
export async function callsHotline(set, citizen, button) {
  const window = await newWindow(set);
  await window.visit(`/kontrolrum/personer/${citizen.cpr}`);
  await window.press(button);
  assert.equal(window.path, `/kontrolrum/personer/${citizen.cpr}`);
  await window.close();
}
