// The Hændelseslog: what a citizen did stands in it, by kind and period, and by keyboard alone as well.

import assert from "node:assert/strict";
import { test } from "node:test";

import { anybody } from "./people.mjs";
import { WAYS, stage } from "./stage.mjs";

const set = stage();

for (const way of WAYS) {
  test(`a log-on stands in the log at once${way.name}`, async () => {
    const citizen = await anybody(set, way);
    const { window } = citizen;
    await citizen.logsOn();
    await window.visit("/selvbetjening/haendelseslog");
    const entries = await window.page.locator("main .log-entry").count();
    assert.ok(entries > 0);
    await window.visit("/selvbetjening/haendelseslog?fra=2010-01-01&til=2010-01-02");
    assert.equal(await window.page.locator("main .log-entry").count(), 0);
    await window.close();
  });
}
