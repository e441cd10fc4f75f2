import fs from 'node:fs';
import { runFile } from './paths.mjs';
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

/** Whether that process is alive and is a stack: a number may have been given to another process since. */
export function isStack(pid) {
  return isAlive(pid) && commandOf(pid).includes('io.missionbrief.stack.Stack');
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** The command line of a process, or a text that fits all where the system does not tell. */
export function commandOf(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return fs.existsSync('/proc/self') ? '' : 'io.missionbrief.stack.Stack router/embedded/main.mjs';
  }
}
