import fs from 'node:fs';
import path from 'node:path';
import { state } from './paths.mjs';
import { Problem } from './problem.mjs';

const MEBIBYTE = 1024 * 1024;

/** What a first start writes, and what later ones need to breathe, in MiB. */
const FIRST_START = 300;
const LATER_START = 60;

/** Below this, in MiB, PostgreSQL is about to refuse changes: it grows by files of 16. */
const LOW = 40;

/** How much room there is for the stack's state, in MiB, and whether that is too little to work with. */
export function diskSpace() {
  try {
    const { bavail, bsize } = fs.statfsSync(state);
    const freeMiB = Math.floor((bavail * bsize) / MEBIBYTE);
    return { freeMiB, low: freeMiB < LOW };
  } catch {
    return { low: false };
  }
}

export const diskIsFull = ({ freeMiB }) => `the disk is full: ${freeMiB} MiB are free where ${state} lies. Free some space`;

/** Tells of a folder that cannot be written, or has too little room, before anything is started. */
export function requireRoom() {
  requireWritable();
  const needed = fs.existsSync(path.join(state, 'postgres/data/PG_VERSION')) ? LATER_START : FIRST_START;
  const space = diskSpace();
  if (space.freeMiB < needed) {
    throw new Problem(`${diskIsFull(space)} (a start needs ${needed} MiB), or name another folder by MISSION_STATE.`);
  }
}

function requireWritable() {
  const probe = path.join(state, `writable-${process.pid}`);
  try {
    fs.mkdirSync(state, { recursive: true, mode: 0o700 });
    fs.writeFileSync(probe, '');
    fs.rmSync(probe);
  } catch (error) {
    if (error.code !== 'ENOSPC') {
      throw new Problem(`${state} cannot be written (${reasonOf(error)}). Mend its rights, or name another folder by MISSION_STATE.`);
    }
  }
}

/** Making a folder where nothing may be written ends with ENOENT, which says nothing: the folder above knows more. */
function reasonOf({ code }) {
  let above = path.dirname(state);
  while (!fs.existsSync(above)) {
    above = path.dirname(above);
  }
  try {
    fs.accessSync(above, fs.constants.W_OK);
    return code;
  } catch (error) {
    return error.code;
  }
}
