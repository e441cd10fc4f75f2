import fs from 'node:fs';
import path from 'node:path';
import { commandOf, isAlive } from './run-state.mjs';
import { runFile, state } from './paths.mjs';
import { stop } from './stop.mjs';

const postgresFolder = path.join(state, 'postgres');

/**
 * Stops what a killed stack has left behind: its router and its PostgreSQL.
 *
 * @returns {Promise<string[]>} the names of the parts that were still there
 */
export async function stopLeftovers() {
  const found = [];
  for (const [part, pid, mark] of [
    ['router', routerPid(), 'router/embedded/main.mjs'],
    ['PostgreSQL', postmasterPid(), postgresFolder],
  ]) {
    if (pid && isAlive(pid) && commandOf(pid).includes(mark)) {
      await stop(pid);
      found.push(part);
    }
  }
  return found;
}

function routerPid() {
  try {
    return JSON.parse(fs.readFileSync(runFile, 'utf8')).processes?.router;
  } catch {
    return undefined;
  }
}

/** The process id of this stack's PostgreSQL; undefined when it does not run. */
export function runningPostmaster() {
  const pid = postmasterPid();
  // A killed process that nobody has waited for still has its number, but no command line.
  return pid && isAlive(pid) && commandOf(pid).includes(postgresFolder) ? pid : undefined;
}

function postmasterPid() {
  try {
    return Number.parseInt(fs.readFileSync(path.join(state, 'postgres/data/postmaster.pid'), 'utf8'), 10);
  } catch {
    return undefined;
  }
}
