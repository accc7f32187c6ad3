// The program as a process of its own: on a free port, with a data folder that goes away, and what its world tells
// to programs.

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const TARGET = process.env.CARGO_TARGET_DIR ?? join(ROOT, "target");
const PROGRAM = process.env.SELVBETJENING ?? join(TARGET, "debug/selvbetjening");
const PATIENCE = 60_000;

/** Starts a new world and gives the site that serves it. */
export async function startSite() {
  const data = await mkdtemp(join(tmpdir(), "selvbetjening-browser-"));
  const child = spawn(PROGRAM, [], {
    cwd: data,
    env: { ...process.env, SELVBETJENING_PORT: "0", SELVBETJENING_DATA: data },
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

/** Waits for the line that tells where the site is. */
function addressOf(child) {
  return new Promise((tell, fail) => {
    let said = "";
    const late = setTimeout(() => fail(new Error(`the site told no address:\n${said}`)), PATIENCE);
    const listen = (chunk) => {
      said += chunk;
      const address = /http:\/\/[^\s/]+/.exec(said);
      if (address) {
        clearTimeout(late);
        tell(address[0]);
      }
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("error", (error) => fail(new Error(`${PROGRAM} cannot be started: ${error.message}`)));
    child.once("exit", (code) => fail(new Error(`the site ended with ${code}:\n${said}`)));
  });
}

class Site {
  constructor(child, data, address) {
    this.child = child;
    this.data = data;
    this.address = address;
    this.world = new World(address);
  }

  /** Ends the program as a system would, and removes its folder. */
  async stop() {
    const ended = new Promise((done) => this.child.once("exit", done));
    this.child.kill("SIGTERM");
    await ended;
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

  /** The first person for whom `suits(person, nemid)` holds, with that NemID. */
  async find(suits) {
    for (const person of await this.persons()) {
      const nemid = person.nemids.find((one) => suits(person, one));
      if (nemid) return { ...person, nemid };
    }
    throw new Error("nobody in this world is like that");
  }

  async person(cpr) {
    return (await this.persons()).find((person) => person.cpr === cpr);
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
