import fs from 'node:fs';
import { diskIsFull, diskSpace } from './disk.mjs';
import { stackLog } from './paths.mjs';

const START = '# start ';
const MOST = 512 * 1024;

/** Marks in the log that another start begins here. */
export function markStart() {
  fs.appendFileSync(stackLog, `${START}${new Date().toISOString()}\n`);
}

/** What the log has of the last start, or the end of it. */
export function logOfLastStart() {
  let handle;
  try {
    handle = fs.openSync(stackLog, 'r');
    const { size } = fs.fstatSync(handle);
    const text = Buffer.alloc(Math.min(size, MOST));
    fs.readSync(handle, text, 0, text.length, size - text.length);
    const log = text.toString('utf8');
    return log.slice(Math.max(0, log.lastIndexOf(START)));
  } catch {
    return '';
  } finally {
    if (handle !== undefined) {
      fs.closeSync(handle);
    }
  }
}

/**
 * Why the stack has ended though nobody stopped it, in one line.
 *
 * @param {NodeJS.Signals | null} [signal] that ended its process, where it is known
 */
export function whyItEnded(signal) {
  const space = diskSpace();
  if (space.low) {
    return diskIsFull(space);
  }
  const log = logOfLastStart();
  const said = lastError(log);
  if (said !== undefined) {
    return said;
  }
  if (/OutOfMemoryError/.test(log)) {
    return `the subgraphs ran out of memory; see ${stackLog}`;
  }
  return signal ? `the process of the subgraphs was ended by ${signal}; see ${stackLog}` : `the process of the subgraphs has gone; see ${stackLog}`;
}

/** What the stack itself, not a subgraph, has logged as its end. */
function lastError(log) {
  const line = log.split('\n').findLast((text) => text.startsWith('{') && text.includes('"ERROR"') && text.includes('"io.missionbrief.stack.Stack"'));
  try {
    return JSON.parse(line).message;
  } catch {
    return undefined;
  }
}
