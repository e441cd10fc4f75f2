import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { AotCache } from './aot-cache.mjs';
import { aotFolder, logs, root, state } from './paths.mjs';
import { isRunning } from './run-state.mjs';
import { stop } from './stop.mjs';
import { until } from './wait.mjs';

const program = path.join(path.dirname(fileURLToPath(import.meta.url)), 'train.mjs');
const lockFile = path.join(aotFolder, 'training.lock');

/** All state of the stack that is started for the training. */
export const trainingFolder = path.join(aotFolder, 'stack');

const FINISH_LIMIT = 120_000;

/**
 * Makes the AOT cache of this build in the background, unless it is there, is being made, or cannot be made.
 *
 * @returns {boolean} whether it is being made now for this stack
 */
export function startTraining() {
  try {
    const cache = new AotCache();
    if (cache.file || cache.failure || trainer()) {
      return false;
    }
    return launch();
  } catch (error) {
    note(`The AOT cache is not made: ${error.message}`);
    return false;
  }
}

/** Waits for the cache that is being made for this stack, and ends the making when it takes too long. */
export async function finishTraining() {
  const training = ownTrainer();
  if (!training) {
    return;
  }
  console.error('Finishing the cache that makes the next start faster ...');
  await until(FINISH_LIMIT, () => (ownTrainer() ? undefined : true));
  await stopTraining();
}

/** Ends the making of a cache for this stack. */
export async function stopTraining() {
  const training = ownTrainer();
  if (training) {
    await stop(training.pid);
  }
}

/** Who makes a cache now, and for the stack in which folder; undefined where nobody does. */
export function trainer() {
  try {
    const holder = JSON.parse(fs.readFileSync(lockFile, 'utf8'));
    return isRunning(holder.pid, program) ? holder : undefined;
  } catch {
    return undefined;
  }
}

export function releaseLock() {
  fs.rmSync(lockFile, { force: true });
}

function ownTrainer() {
  const training = trainer();
  return training?.state === state ? training : undefined;
}

function launch() {
  fs.mkdirSync(aotFolder, { recursive: true });
  const output = fs.openSync(path.join(logs, 'aot-cache.log'), 'a');
  const child = spawn(process.execPath, [program], {
    cwd: root,
    detached: true,
    stdio: ['ignore', output, output],
    env: { ...process.env, MISSION_STATE: trainingFolder },
  });
  fs.closeSync(output);
  child.unref();
  return lockFor(child);
}

/** The lock appears with its holder in it; of two that come at once, one gets it, and the other's process ends. */
function lockFor(child) {
  const draft = `${lockFile}.${child.pid}`;
  fs.writeFileSync(draft, JSON.stringify({ pid: child.pid, state }));
  try {
    releaseLock(); // that of somebody who was killed
    fs.linkSync(draft, lockFile);
    return true;
  } catch {
    child.kill();
    return false;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

function note(line) {
  try {
    fs.appendFileSync(path.join(logs, 'aot-cache.log'), `${line}\n`);
  } catch {
    // A full disk must not keep a stack from running: nothing is lost but this line.
  }
}
