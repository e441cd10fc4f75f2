// Makes the AOT cache: starts a stack of its own, uses it a little, stops it, and has the JDK write down what it learnt.
// It runs in the background at the lowest priority, on data and ports of its own, and touches no other stack.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { AotCache } from './aot-cache.mjs';
import { classpath } from './build.mjs';
import { seed } from './demo-data.mjs';
import { java, launchStack, options } from './launch.mjs';
import { stopLeftovers } from './leftovers.mjs';
import { aotFolder } from './paths.mjs';
import { freePorts } from './free-ports.mjs';
import { readRunState } from './run-state.mjs';
import { stop } from './stop.mjs';
import { releaseLock, trainer, trainingFolder } from './training.mjs';
import { until } from './wait.mjs';

const MEBIBYTE = 1024 * 1024;
const MEMORY_NEEDED = 1_500 * MEBIBYTE;
const DISK_NEEDED = 1_000 * MEBIBYTE;
const LEADS = 6;
const LOCK_LIMIT = 5_000;
const READY_LIMIT = 300_000;
const STOP_LIMIT = 180_000;

const recording = path.join(aotFolder, 'recording');
const draft = path.join(aotFolder, 'draft');

/** The machine has no room for it now; another time it may. */
class NotNow extends Error {}

const main = path.join(path.dirname(fileURLToPath(import.meta.url)), 'main.mjs');

let child;

async function train() {
  if (!(await until(LOCK_LIMIT, () => (trainer()?.pid === process.pid ? true : undefined)))) {
    return;
  }
  process.on('SIGTERM', () => end('it was stopped').then(() => process.exit(0)));
  const cache = new AotCache();
  try {
    os.setPriority(os.constants.priority.PRIORITY_LOW);
    await clear();
    requireRoom();
    await record();
    assemble();
    cache.adopt(draft);
    say('The AOT cache is made');
    await end();
  } catch (error) {
    if (!(error instanceof NotNow) && room() === undefined) {
      cache.fail(error.message);
    }
    await end(error.message);
  }
}

function requireRoom() {
  const missing = room();
  if (missing !== undefined) {
    throw new NotNow(missing);
  }
}

/** What there is too little of now: memory or disk space. */
function room() {
  if (os.freemem() < MEMORY_NEEDED) {
    return `it needs ${MEMORY_NEEDED / MEBIBYTE} MiB of free memory, and there are ${Math.round(os.freemem() / MEBIBYTE)}`;
  }
  const { bavail, bsize } = fs.statfsSync(aotFolder);
  return bavail * bsize < DISK_NEEDED ? `it needs ${DISK_NEEDED / MEBIBYTE} MiB of free disk space` : undefined;
}

/** What is done here is what later starts have in memory from the beginning. */
async function record() {
  child = launchStack(await freePorts(), ['-XX:AOTMode=record', `-XX:AOTConfiguration=${recording}`]);
  let exited = false;
  child.once('exit', () => (exited = true));
  const state = await until(READY_LIMIT, () => {
    const now = readRunState();
    return exited || now?.phase === 'READY' || now?.phase === 'FAILED' ? (now ?? {}) : undefined;
  });
  if (state?.phase !== 'READY') {
    throw new NotNow(state?.reason ?? 'the stack for the recording did not start');
  }
  await seed(state, LEADS);
  run(process.execPath, main, 'demo');
  if (!(await stop(child.pid, STOP_LIMIT))) {
    throw new NotNow('the recording could not be written in time');
  }
}

function assemble() {
  runJava('-XX:AOTMode=create', `-XX:AOTConfiguration=${recording}`, `-XX:AOTCache=${draft}`);
  runJava('-XX:AOTMode=on', `-XX:AOTCache=${draft}`, '--version');
}

function runJava(...args) {
  run(java(), ...options, '-Xlog:disable', '-Xlog:all=error:stderr', '-cp', classpath().join(path.delimiter), ...args);
}

/** Runs a program that must succeed; only what it complains of is kept. */
function run(program, ...args) {
  const { status, signal } = spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) {
    const what = `${path.basename(program)} ${args.at(-1)}`;
    throw signal === null ? new Error(`${what} ended with ${status}`) : new NotNow(`${what} was ended by ${signal}`);
  }
}

/** @param {string} [reason] why there is no cache */
async function end(reason) {
  if (reason !== undefined) {
    say(`The AOT cache is not made: ${reason}`);
  }
  await clear();
  releaseLock();
}

/** Ends and deletes what this training or a killed one has left. */
async function clear() {
  const pid = child?.pid ?? readRunState()?.pid;
  if (pid) {
    await stop(pid);
  }
  await stopLeftovers();
  for (const left of [recording, draft, trainingFolder]) {
    fs.rmSync(left, { recursive: true, force: true });
  }
}

const say = (line) => console.log(`${new Date().toISOString()} ${line}`);

await train();
