// The password: changed by its holder, locked by wrong guesses, and usable again when the lock has run out (D2).

import assert from "node:assert/strict";
import { test } from "node:test";

import { anybody } from "./people.mjs";
import { WAYS, stage } from "./stage.mjs";

const set = stage();

for (const way of WAYS) {
  test(`a changed password is the one that works${way.name}`, async () => {
    const citizen = await anybody(set, way);
    const { window } = citizen;
    await citizen.logsOn();
    await window.visit("/selvbetjening/adgangskode");
    await window.fill({
      "Nuværende adgangskode": citizen.password,
      "Ny adgangskode": "efteraar2019",
      "Gentag ny adgangskode": "efteraar2018",
    });
    await window.press();
    assert.equal(await (await window.field("Ny adgangskode")).inputValue(), "", "no password comes back");
    await window.fill({
      "Nuværende adgangskode": citizen.password,
      "Ny adgangskode": "efteraar2019",
      "Gentag ny adgangskode": "efteraar2019",
    });
    await window.press();
    await window.visit("/selvbetjening/haendelseslog");
    await window.sees(/adgangskode/i);

    await window.page.context().clearCookies();
    await window.visit("/selvbetjening");
    await citizen.identifies();
    assert.equal(await window.page.locator(".key-question").count(), 0, "the old password asks for no key");
    await window.page.context().clearCookies();
    citizen.password = "efteraar2019";
    await citizen.logsOn();
    await window.close();
  });

  test(`five wrong passwords lock for eight hours by the clock${way.name}`, async () => {
    const citizen = await anybody(set, way);
    const { window } = citizen;
    await window.visit("/selvbetjening");
    for (let guess = 1; guess <= 5; guess += 1) await citizen.identifies("forkert123");
    assert.equal((await set.site.world.person(citizen.cpr)).nemids[0].state, "locked");
    await citizen.identifies();
    await window.sees(/låst/);
    assert.equal(await window.page.locator(".key-question").count(), 0);

    await set.site.world.pass({ hours: 8 });
    await citizen.logsOn();
    await window.visit("/selvbetjening/haendelseslog");
    await window.sees(/låst/i);
    await window.close();
  });
}
