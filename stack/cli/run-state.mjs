import fs from 'node:fs';
import { root, runFile, state as stateFolder } from './paths.mjs';
import { Problem } from './problem.mjs';

/**
 * What the stack says of itself, or undefined when it is not running.
 *
 * @returns {undefined | {pid: number, port: number, phase: string, reason?: string, version: string,
 *   processes: Record<string, number>, subgraphPorts: Record<string, number>, databaseUrl?: string}}
 */
export function readRunState() {
  let text;
  try {
    text = fs.readFileSync(runFile, 'utf8');
  } catch {
    return undefined;
  }
  const state = JSON.parse(text);
  return state.phase === 'FAILED' || isStack(state.pid) ? state : undefined;
}

/** @returns the state of a stack that is ready */
export function requireReady() {
  const state = readRunState();
  if (state?.phase !== 'READY') {
    throw new Problem('nothing runs here. Start it with ./mission up');
  }
  return state;
}

export const endpoint = (state) => `http://127.0.0.1:${state.port}/graphql`;
export const issuer = (state) => `http://127.0.0.1:${state.subgraphPorts.admin}`;

const isStack = (pid) => isRunning(pid, ['io.missionbrief.stack.Stack', root, stateFolder].join(' '));

/**
 * Whether that process is alive and its command line holds that mark: a number may have been given to another process
 * since, and a killed process that nobody has waited for has a number, but no command line.
 */
export function isRunning(pid, mark) {
  return isAlive(pid) && (commandOf(pid)?.includes(mark) ?? true);
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** The command line of a process; undefined where the system does not tell. */
function commandOf(pid) {
  if (!fs.existsSync('/proc/self')) {
    return undefined;
  }
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
