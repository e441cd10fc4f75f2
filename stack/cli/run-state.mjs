import fs from 'node:fs';
import { root, runFile, state as stateFolder } from './paths.mjs';
import { Problem } from './problem.mjs';

/**
 * What the stack says of itself, or undefined when it says nothing that can be read. The phase is CRASHED where its process
 * has gone without a word.
 *
 * @returns {undefined | {pid: number, port: number, phase: string, reason?: string, version: string,
 *   processes: Record<string, number>, subgraphPorts: Record<string, number>, databaseUrl?: string}}
 */
export function readRunState() {
  const state = readRunFile();
  if (state === undefined || state.phase === 'FAILED' || isStack(state.pid)) {
    return state;
  }
  return { ...state, phase: 'CRASHED' };
}

/**
 * The same, and also a stack that runs without saying so, because it has just been started or its file was damaged: of that
 * one only the process is known, and its phase is UNKNOWN.
 */
export function whatRuns() {
  const state = readRunState();
  if (state !== undefined && state.phase !== 'CRASHED') {
    return state;
  }
  const pid = findStack();
  return pid === undefined ? state : { pid, phase: 'UNKNOWN' };
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

/** What stands in the command line of the stack in this folder. */
const mark = ['io.missionbrief.stack.Stack', root, stateFolder].join(' ');
const isStack = (pid) => isRunning(pid, mark);

/** A file that is missing, damaged or of another version says nothing. */
function readRunFile() {
  try {
    const state = JSON.parse(fs.readFileSync(runFile, 'utf8'));
    return Number.isInteger(state.pid) && state.phase && state.subgraphPorts && state.processes ? state : undefined;
  } catch {
    return undefined;
  }
}

function findStack() {
  try {
    return fs
      .readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .find((pid) => commandOf(pid)?.includes(`${mark} `));
  } catch {
    return undefined;
  }
}

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
