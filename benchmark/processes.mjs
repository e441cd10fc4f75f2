import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

const TICKS_A_SECOND = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** Proportional set size of a process and all below it, in MiB: shared pages are counted once among them. */
export const memoryOf = (root) => treeOf(root).reduce((sum, pid) => sum + proportionalKib(pid), 0) / 1024;

/** Processor time that one process has used, in seconds. */
export function cpuSecondsOf(pid) {
  const [user, system] = fieldsOf(pid)?.slice(11, 13) ?? [0, 0];
  return (Number(user) + Number(system)) / TICKS_A_SECOND;
}

/** Processor time that a process has used, with all below it and those below it that have ended, in seconds. */
export function cpuSecondsOfTree(root) {
  for (;;) {
    const ended = cpuSecondsOfEnded(root);
    const living = treeOf(root).reduce((sum, pid) => sum + cpuSecondsOf(pid), 0);
    if (cpuSecondsOfEnded(root) === ended) {
      return ended + living; // else one has ended in between, and would count twice or not at all
    }
  }
}

/** Processor time of the processes that were started by one and have ended, in seconds. */
function cpuSecondsOfEnded(pid) {
  const [user, system] = fieldsOf(pid)?.slice(13, 15) ?? [0, 0];
  return (Number(user) + Number(system)) / TICKS_A_SECOND;
}

/** A process and all below it. */
function treeOf(root) {
  const parents = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((pid) => [Number(pid), Number(fieldsOf(pid)?.[1])]);
  const found = [root];
  for (const pid of found) {
    found.push(...parents.filter(([, parent]) => parent === pid).map(([child]) => child));
  }
  return found;
}

/** What Linux says of a process, from its state on (proc_pid_stat(5)); undefined when it has ended. */
function fieldsOf(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function proportionalKib(pid) {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
