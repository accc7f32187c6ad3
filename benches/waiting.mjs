// Pages that wait for an answer in an app, for benches/waiting.sh:
//
//   node benches/waiting.mjs <port> <pid> <how many>
//
// Asks the app of a seeded person, opens so many waiting pages for that request, approves it, and says how long the last
// page waited after the approval, and how much memory and how many threads of the program each page cost.

import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const [port, pid, many] = process.argv.slice(2);
const agent = new Agent({ keepAlive: false, maxSockets: Infinity });

/** Sends a request; gives status, headers and body. */
function ask(options, body = "") {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, agent, ...options }, (answer) => {
      const pieces = [];
      answer.on("data", (piece) => pieces.push(piece));
      answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(pieces).toString() }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const world = async (path, body) => {
  const sent = body && { method: "POST", headers: { "content-type": "application/json" } };
  const answer = await ask({ path: `/api/world/${path}`, ...sent }, body && JSON.stringify(body));
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.body}`);
  return JSON.parse(answer.body);
};

/** Memory in KiB and threads of the program. */
function weight() {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const of = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)[1]);
  return { memory: of("VmRSS"), threads: of("Threads") };
}

/** The address at which the page of a log-on waits. */
async function asked(person) {
  const page = await ask({ path: "/log-paa" });
  const cookies = new Map();
  const keep = (answer) => {
    for (const one of answer.headers["set-cookie"] ?? []) cookies.set(one.split("=")[0], one.split(";")[0]);
  };
  keep(page);
  const cookie = () => [...cookies.values()].join("; ");
  const form = new URLSearchParams({
    _token: /name="_token" value="([^"]+)"/.exec(page.body)[1],
    user_id: person.nemids[0].user_id,
    password: person.password,
  });
  const headers = { "content-type": "application/x-www-form-urlencoded", cookie: cookie() };
  keep(await ask({ path: "/log-paa", method: "POST", headers }, form.toString()));
  const waits = await ask({ path: "/log-paa/noegle", headers: { cookie: cookie() } });
  return /data-waits="([^"]+)"/.exec(waits.body)[1];
}

const person = (await world("persons")).find((one) => one.name === "Asta Kronborg");
const [{ id }] = await world(`persons/${person.cpr}/devices`);
const address = await asked(person);
await sleep(2_000);
const before = weight();

let over = 0;
const waited = Array.from({ length: Number(many) }, () => new Promise((resolve, reject) => {
  const sent = request({ host: "127.0.0.1", port, agent, path: address }, (answer) => {
    answer.on("data", (piece) => {
      if (!piece.toString().includes("over")) return;
      over += 1;
      resolve(performance.now());
    });
    answer.on("end", () => reject(new Error("a page was cut off")));
  });
  sent.on("error", reject);
  sent.end();
}));
await sleep(8_000);
const during = weight();
if (over > 0) throw new Error(`${over} pages went on before there was an answer`);

const [{ number }] = await world(`devices/${id}/requests`);
const approval = performance.now();
await world(`devices/${id}/requests/${number}/approve`, { pin: "2580" });
const last = Math.max(...await Promise.all(waited)) - approval;
const each = (during.memory - before.memory) / many;
console.log(`${many} waiting pages: ${each.toFixed(1)} KiB each, ${during.threads - before.threads} more threads`);
console.log(`the last of them went on ${last.toFixed(0)} ms after the approval was sent`);
if (each > 20) throw new Error("more than 20 KiB each");
if (during.threads - before.threads > 32) throw new Error("a thread each");
if (last > 1_000) throw new Error("later than a second");
process.exit(0);
