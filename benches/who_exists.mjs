// Shows whether the time of an answer tells if somebody has a user ID. It starts the program on a new world, types wrong
// passwords for a known and for an unknown user ID in turn, from places that are not the holder's own (127.0.0.2 and on),
// up to the bar and beyond it, and at an own place (127.0.0.1) while it is locked. AUC is the share of pairs in which the
// known one took longer: 0.5 tells nothing, 0 and 1 tell all.
//
//   cargo build --release && node benches/who_exists.mjs [program] [tries]
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";

const program = path.resolve(process.argv[2] ?? "target/release/selvbetjening");
const tries = Number(process.argv[3] ?? 300);
const folder = mkdtempSync(path.join(tmpdir(), "who-exists-"));
const environment = {
  ...process.env,
  SELVBETJENING_PORT: "0",
  SELVBETJENING_DATA: path.join(folder, "data"),
  // Only what one place does is measured.
  SELVBETJENING_LIMIT_GUESSES_PERSON: "1000000",
};
const site = spawn(program, [], { cwd: folder, env: environment, stdio: ["ignore", "pipe", "inherit"] });
const port = await new Promise((resolve, reject) => {
  let said = "";
  site.stdout.on("data", (part) => {
    said += part;
    const found = said.match(/http:\/\/[^:]*:(\d+)\//);
    if (found) resolve(Number(found[1]));
  });
  site.on("exit", () => reject(new Error("the program has ended")));
});

/** One request from an address, with its time in milliseconds from the first byte sent to the last one read. */
function request(from, method, where, headers = {}, body = "") {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const options = { host: "127.0.0.1", port, path: where, method, localAddress: from, headers, agent: false };
    const sent = http.request(options, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (part) => (text += part));
      answer.on("end", () => resolve({ answer, text, took: performance.now() - began }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** A visitor at an address, who types a wrong password for a user ID and says how long the answer took. */
async function visitor(from) {
  const { answer, text } = await request(from, "GET", "/log-paa");
  const cookie = answer.headers["set-cookie"].map((one) => one.split(";")[0]).join("; ");
  const token = text.match(/name="_token" value="([^"]*)"/)[1];
  const headers = { Cookie: cookie, "Content-Type": "application/x-www-form-urlencoded" };
  return async (userId) => {
    const form = new URLSearchParams({ _token: token, user_id: userId, password: "forkert1" }).toString();
    const { answer, took } = await request(from, "POST", "/log-paa", headers, form);
    if (![422, 429].includes(answer.statusCode)) throw new Error(`status ${answer.statusCode}`);
    return took;
  };
}

/** The n-th address of this machine that is not its own network's. */
function address(nth) {
  return `127.${1 + Math.floor(nth / 60000)}.${Math.floor(nth / 250) % 240}.${2 + (nth % 250)}`;
}

const median = (times) => [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)];

function auc(known, unknown) {
  let longer = 0;
  for (const one of known) for (const other of unknown) longer += one > other ? 1 : one === other ? 0.5 : 0;
  return longer / (known.length * unknown.length);
}

function tell(what, known, unknown) {
  const told = `known ${median(known).toFixed(2)} ms   unknown ${median(unknown).toFixed(2)} ms`;
  console.log(`${what.padEnd(42)} ${told}   AUC ${auc(known, unknown).toFixed(2)}`);
}

/** Both in turn, the one that begins changing each time. */
async function inTurn(times, known, unknown) {
  const [theirs, nobodys] = [[], []];
  for (let nth = 0; nth < times; nth += 1) {
    if (nth % 2 === 0) theirs.push(await known());
    nobodys.push(await unknown());
    if (nth % 2 === 1) theirs.push(await known());
  }
  return [theirs, nobodys];
}

try {
  const persons = JSON.parse((await request("127.0.0.1", "GET", "/api/world/persons")).text);
  const active = (one) => one.nemids.length === 1 && one.nemids[0].state === "active" && one.nemids[0].issuer === "public";
  const [first, second] = persons.filter(active);
  const unknown = "610772-9999";

  let nth = 0;
  const atNewPlace = (userId) => async () => (await visitor(address((nth += 1))))(userId);
  tell("first try from a place that is not own", ...(await inTurn(tries, atNewPlace(first.cpr), atNewPlace(unknown))));

  const strange = await visitor(address((nth += 1)));
  for (let done = 0; done < 5; done += 1) await strange(first.cpr), await strange(unknown);
  tell("beyond the bar of that place", ...(await inTurn(tries, () => strange(first.cpr), () => strange(unknown))));

  const own = await visitor("127.0.0.1");
  for (let done = 0; done < 5; done += 1) await own(second.cpr), await own(unknown);
  tell("locked, at an own place", ...(await inTurn(tries, () => own(second.cpr), () => own(unknown))));
} finally {
  site.kill("SIGTERM");
  await new Promise((resolve) => site.once("exit", resolve));
  rmSync(folder, { recursive: true });
}
