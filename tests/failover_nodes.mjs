// The nodes of docs/scale as tests/failover.mjs finds them, and what it does to them.

import { execFile } from "node:child_process";
import { readFileSync, readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const FOLDER = process.env.SCALE_FOLDER;
const SCALE = fileURLToPath(new URL("../docs/scale/", import.meta.url));
const PSQL = "/usr/lib/postgresql/15/bin/psql";
const HOSTS = "127.0.0.1:5441,127.0.0.1:5442,127.0.0.1:5443";
const NODES = [1, 2, 3];

/** Waits until something is true, so many seconds at most. */
export async function until(what, seconds, isTrue) {
  for (const end = Date.now() + seconds * 1_000; Date.now() < end; await sleep(250)) {
    if (await isTrue().catch(() => false)) return;
  }
  throw new Error(`after ${seconds} seconds still not: ${what}`);
}

/** The rows of an answer of the server that writes, or of the one at a port. */
export async function rows(sql, at = `${HOSTS}/selvbetjening?target_session_attrs=read-write`) {
  const asked = run(PSQL, ["-qAtX", "-F", "\t", "-v", "ON_ERROR_STOP=1", `postgres://postgres@${at}`, "-c", sql], {
    env: { ...process.env, PGPASSWORD: "change-me-superuser", PGCONNECT_TIMEOUT: "5" }, maxBuffer: 1 << 28,
  });
  const { stdout } = await asked;
  return stdout.split("\n").filter(Boolean).map((line) => line.split("\t"));
}

/** What the first node of Patroni that answers says at an address. */
async function patroni(path, options = {}) {
  let trouble;
  for (const nth of NODES) {
    try {
      const answer = await fetch(`http://127.0.0.1:848${nth}${path}`, { signal: AbortSignal.timeout(30_000), ...options });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
      return text;
    } catch (error) {
      trouble = error;
    }
  }
  throw trouble;
}

async function members() {
  return JSON.parse(await patroni("/cluster")).members;
}

/** The name of the node with this role: leader, sync_standby, replica. */
async function named(role) {
  return (await members()).find((member) => member.role === role)?.name;
}

/** Waits until all three nodes are there, and replication is as it is set. */
export function whole(isSynchronous = true) {
  return until("three nodes", 120, async () => {
    const all = await members();
    const following = await rows("SELECT sync_state FROM pg_stat_replication WHERE state = 'streaming'");
    // One that went on after another took over takes itself for the primary for a moment: each is asked by itself.
    const reads = await Promise.all(NODES.map((nth) => rows("SELECT pg_is_in_recovery()", `127.0.0.1:544${nth}/selvbetjening`)));
    const writing = reads.filter(([[isInRecovery]]) => isInRecovery === "f").length;
    const confirming = following.filter(([state]) => state === "sync").length;
    return all.length === 3 && writing === 1 && all.every((member) => ["running", "streaming"].includes(member.state))
      && following.length === 2 && confirming === (isSynchronous ? 1 : 0);
  });
}

export async function setSynchronous(is) {
  await patroni("/config", { method: "PATCH", body: JSON.stringify({ synchronous_mode: is }) });
  await whole(is);
}

/** All processes that work in a folder of the example. */
function processesIn(folder) {
  const worksThere = (number) => {
    try {
      const place = readlinkSync(`/proc/${number}/cwd`);
      return place === folder || place.startsWith(`${folder}/`);
    } catch {
      return false;
    }
  };
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name) && worksThere(name)).map(Number);
}

function kill(signal, numbers) {
  for (const number of numbers) {
    try {
      process.kill(number, signal);
    } catch (error) {
      if (error.code !== "ESRCH") throw error;
    }
  }
}

/** Kills PostgreSQL on the primary. */
export async function killPostgres() {
  const node = await named("leader");
  const folder = join(FOLDER, node, "data");
  const first = Number(readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n")[0]);
  kill("SIGKILL", [first, ...processesIn(folder)]);
  return node;
}

/** The same after a second and a half in which nothing of it has reached another node. */
export async function killUnreplicated() {
  const senders = await rows("SELECT pid FROM pg_stat_replication");
  kill("SIGSTOP", senders.map(([number]) => Number(number)));
  await sleep(1_500);
  return killPostgres();
}

/** Kills all that runs on the node with a role, the primary's unless another is named: PostgreSQL, Patroni, etcd. */
export async function killNode(role = "leader") {
  const node = await named(role);
  kill("SIGKILL", processesIn(join(FOLDER, node)));
  return node;
}

/** Lets all that runs on the primary's node hang, as on a machine whose disk does not answer. */
export async function freezeNode() {
  const node = await named("leader");
  kill("SIGSTOP", processesIn(join(FOLDER, node)));
  return node;
}

/** Lets it go on, while another node is the primary. */
export function thawNode(node) {
  kill("SIGCONT", processesIn(join(FOLDER, node)));
}

/** Makes the standby server that confirms the primary, as before a machine is updated. */
export async function switchOver() {
  const [leader, candidate] = [await named("leader"), await named("sync_standby")];
  await patroni("/switchover", { method: "POST", body: JSON.stringify({ leader, candidate }) });
  return leader;
}

/** Kills all databases with what looks after them, and starts them again after a while. */
export async function allAway(seconds) {
  const all = NODES.map((nth) => `node${nth}`);
  kill("SIGKILL", all.flatMap((node) => processesIn(join(FOLDER, node))));
  await sleep(seconds * 1_000);
  await up(...all);
}

/** What the two programs answer at /health. */
export function health() {
  const headers = { Authorization: "Bearer change-me-health-token" };
  const ask = async (port) => (await fetch(`http://127.0.0.1:${port}/health`, { headers })).status;
  return Promise.all([ask(8181), ask(8182)]);
}

/** The numbers of the processes of the two programs. */
export function programs() {
  return [1, 2].map((nth) => readFileSync(join(FOLDER, "run", `program${nth}`), "utf8").trim()).join(" ");
}

export function up(...names) {
  return run(join(SCALE, "up"), names);
}

export function down(...names) {
  return run(join(SCALE, "down"), names);
}
