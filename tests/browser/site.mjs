// The program as a process of its own: on a free port, with a data folder that goes away, and what its world tells
// to programs.

import { spawn } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const TARGET = process.env.CARGO_TARGET_DIR ?? join(ROOT, "target");
const PROGRAM = resolve(process.env.SELVBETJENING ?? join(TARGET, "debug/selvbetjening"));
const WORLD = process.env.BROWSER_TESTS_WORLD;
const PATIENCE = 60_000;

/** Starts a new world and gives the site that serves it, with further settings as the program reads them from its
 * environment. In a run of many files the world is made once (run.mjs), and each file begins with a copy of it. */
export async function startSite(settings = {}) {
  const data = await mkdtemp(join(tmpdir(), "selvbetjening-browser-"));
  if (WORLD) await cp(WORLD, data, { recursive: true });
  const child = spawn(PROGRAM, [], {
    cwd: data,
    env: { ...process.env, ...settings, SELVBETJENING_PORT: "0", SELVBETJENING_DATA: data },
    stdio: ["ignore", "pipe", "pipe"],
  });
  try {
    return new Site(child, data, await addressOf(child));
  } catch (trouble) {
    child.kill("SIGKILL");
    await rm(data, { recursive: true, force: true });
    throw trouble;
  }
}

/** Waits for the line that tells where the site is, and for nothing once it is told or can't be. */
function addressOf(child) {
  let late;
  const told = new Promise((tell, fail) => {
    let said = "";
    const cannot = (what) => fail(new Error(`${PROGRAM} ${what}${said && `:\n${said}`}`));
    late = setTimeout(() => cannot("told no address"), PATIENCE);
    const listen = (chunk) => {
      said += chunk;
      const address = /http:\/\/[^\s/]+/.exec(said);
      if (address) tell(address[0]);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("error", (error) => cannot(`cannot be started: ${error.message}`));
    child.once("exit", (code) => cannot(`ended with ${code} before it told its address`));
  });
  return told.finally(() => clearTimeout(late));
}

class Site {
  constructor(child, data, address) {
    this.child = child;
    this.data = data;
    this.address = address;
    this.world = new World(address);
  }

  /** Ends the program as a system would. One that ended by itself is not waited for. */
  async end() {
    const { child } = this;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once("exit", done));
    child.kill("SIGTERM");
    await ended;
  }

  /** Ends the program and removes its folder. */
  async stop() {
    await this.end();
    await rm(this.data, { recursive: true, force: true });
  }
}

/** The world for programs, `/api/world`. */
class World {
  constructor(address) {
    this.base = `${address}/api/world`;
  }

  async ask(path, body) {
    const sent = body && {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    };
    const answer = await fetch(`${this.base}/${path}`, sent);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  persons = () => this.ask("persons");
  officers = () => this.ask("officers");
  offices = () => this.ask("offices");
  clock = () => this.ask("clock");
  letters = (cpr) => this.ask(`persons/${cpr}/letters`);
  cards = (cpr) => this.ask(`persons/${cpr}/cards`);
  messages = (cpr) => this.ask(`persons/${cpr}/messages`);
  openLetter = (id) => this.ask(`letters/${id}/open`, {});
  openFromShelf = (office, number) => this.ask(`offices/${office}/shelf/${number}/open`, {});
  /** Moves the clock: `{hours: 8}`, `{days: 1}`, `{working_days: 3}`. */
  pass = (time) => this.ask("clock", time);

  async person(cpr) {
    return (await this.persons()).find((person) => person.cpr === cpr);
  }

  async personNamed(name) {
    return (await this.persons()).find((person) => person.name === name);
  }

  /** Opens all that lies in a person's letter box, and gives what was read, the newest first. */
  async openPost(cpr) {
    const read = [];
    for (const letter of await this.letters(cpr)) {
      if (letter.state === "delivered") read.push({ ...letter, ...(await this.openLetter(letter.id)) });
    }
    return read;
  }
}
