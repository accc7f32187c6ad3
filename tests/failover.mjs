// What tests/failover does to the nodes while visitors act, and what has to be true of their actions afterwards.

import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";

import {
  allAway, down, freezeNode, health, killNode, killPostgres, killUnreplicated, programs, rows, setSynchronous, switchOver,
  thawNode, until, up, whole,
} from "./failover_nodes.mjs";
import { crowd } from "./failover_visitors.mjs";

const VISITORS = 6;
/** How long they act before something happens, and after it is over. */
const AROUND = 5_000;
/** The longest time without anything done, in seconds. */
const BACK_WITHIN = 30;
/** How long the database is away, in seconds, and how long the slowest answer meanwhile takes. */
const AWAY = 60;
const SLOWEST = 15;

/** The pages at which an action may end besides being done. */
const PAGES = ["busy", "in doubt"];

/** Each is done while visitors act. */
const CASES = {
  "killed-postgres": { during: killPostgres, afterwards: isWhole },
  "killed-node": { during: () => killNode(), afterwards: startAgain },
  "killed-standby": { during: () => killNode("sync_standby"), afterwards: startAgain },
  "frozen-node": { during: freezeNode, later: thawNode, afterwards: isWhole, backWithin: 60 },
  "switched-over": { during: switchOver, afterwards: isWhole },
  "killed-unreplicated": { during: killUnreplicated, afterwards: isWhole },
  "renewed-programs": { during: renewPrograms, afterwards: isWhole, pages: [] },
  "all-away": { during: goAway, afterwards: isWhole, backWithin: AWAY + BACK_WITHIN, slowest: SLOWEST },
  "control": { before: () => setSynchronous(false), during: killUnreplicated, afterwards: () => whole(false), loses: true },
};

function isWhole() {
  return whole();
}

async function startAgain(node) {
  await up(node);
  await whole();
}

/** The programs one after the other, as for a new version. */
async function renewPrograms() {
  for (const program of ["program1", "program2"]) {
    await down(program);
    await up(program);
    // The proxy asks twice before it sends anybody there again.
    await sleep(6_000);
  }
}

async function goAway() {
  const before = programs();
  const away = allAway(AWAY);
  await sleep((AWAY - 10) * 1_000);
  assert.deepEqual(await health(), [503, 503], "a proxy is told");
  await away;
  await until("both programs save again", BACK_WITHIN, async () => (await health()).every((status) => status === 200));
  assert.equal(programs(), before, "nothing was started again");
}

/** What was saved of the actions of a case: mark and code of each entry in the log. */
async function saved(name) {
  const found = new Map();
  for (const [mark, code] of await rows(`SELECT device, code FROM first.event_log WHERE device LIKE '${name} %'`)) {
    found.set(`${mark} ${code}`, (found.get(`${mark} ${code}`) ?? 0) + 1);
  }
  return found;
}

/** The longest time without anything done, in seconds. */
function silence(results) {
  const times = results.filter(({ is }) => is === "done").map(({ at }) => at).sort((one, other) => one - other);
  return Math.max(...times.slice(1).map((time, nth) => time - times[nth])) / 1_000;
}

async function plays(name, visitors) {
  const { before, during, later, afterwards, loses = false, pages = PAGES, backWithin = BACK_WITHIN, slowest = 60 } = CASES[name];
  await before?.();
  let told;
  const results = await visitors.actsDuring(name, async (so_far) => {
    await sleep(AROUND);
    told = await during();
    const at = Date.now();
    // Each visitor gets on with it.
    const marks = () => new Set(so_far.filter((one) => one.is === "done" && one.begun > at).map(({ mark }) => mark.split(" ")[1]));
    await until("all visitors get on", backWithin + 30, async () => marks().size === VISITORS);
    later?.(told);
    await sleep(AROUND);
  });
  await afterwards(told);

  const found = await saved(name);
  const there = ({ mark, code }) => found.get(`${mark} ${code}`) ?? 0;
  const those = (wanted) => results.filter(({ is }) => is === wanted);
  const [done, busy, doubt] = ["done", ...PAGES].map(those);
  const sum = {
    done: done.length,
    lost: done.filter((one) => there(one) === 0).length,
    twice: results.filter((one) => there(one) > 1).length,
    busy: busy.length,
    "busy and saved": busy.filter((one) => there(one) > 0).length,
    "in doubt": doubt.length,
    "of those saved": doubt.filter((one) => there(one) > 0).length,
    silence: silence(results),
    slowest: Math.max(...results.map(({ begun, at }) => at - begun)) / 1_000,
    "a second": Math.round((done.length * 10_000) / (Math.max(...results.map(({ at }) => at)) - Math.min(...results.map(({ begun }) => begun)))) / 10,
  };
  console.log(`${name}: ${Object.entries(sum).map((pair) => pair.join(" ").replace(/^(.*) (\S+)$/, "$2 $1")).join(", ")}`);

  const others = results.filter(({ is }) => is !== "done" && !pages.includes(is));
  assert.deepEqual(others.slice(0, 3), [], `${others.length} other answers`);
  assert.ok(done.length > 50, "too few to tell");
  if (loses) {
    assert.ok(sum.lost > 0, "nothing was lost without synchronous replication: the test does not see a loss");
  } else {
    assert.equal(sum.lost, 0, "lost");
  }
  assert.equal(sum.twice, 0, "done twice");
  assert.equal(sum["busy and saved"], 0, "told to come back, and saved");
  assert.ok(sum.silence <= backWithin, `nothing was done for ${sum.silence} seconds`);
  assert.ok(sum.slowest <= slowest, `an answer took ${sum.slowest} seconds`);
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(CASES, name));
assert.deepEqual(unknown, [], `there are only ${Object.keys(CASES).join(", ")}`);
await whole();
const visitors = await crowd(VISITORS);
for (const name of wanted.length > 0 ? wanted : Object.keys(CASES)) await plays(name, visitors);
visitors.leaves();
