import fs from 'node:fs';
import path from 'node:path';
import { isRunning } from './run-state.mjs';
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
    if (pid && isRunning(pid, mark)) {
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
  return pid && isRunning(pid, postgresFolder) ? pid : undefined;
}

function postmasterPid() {
  try {
    return Number.parseInt(fs.readFileSync(path.join(state, 'postgres/data/postmaster.pid'), 'utf8'), 10);
  } catch {
    return undefined;
  }
}
