import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { classpath, requireJdk } from './build.mjs';
import { logs, root, runFile, stackLog, state } from './paths.mjs';
import { markStart } from './stack-log.mjs';

/** The JVM's options that a cache is made for: it holds for these alone. */
export const options = [
  '-XX:+UseSerialGC',
  '-Xmx768m',
  '-XX:+ExitOnOutOfMemoryError',
  '--enable-native-access=ALL-UNNAMED',
  '-Dorg.jooq.no-logo=true',
  '-Dorg.jooq.no-tips=true',
];

/**
 * Starts the stack's process, which goes on without this one.
 *
 * @param {number} port of the router
 * @param {string[]} [more] options for the JVM
 */
export function launchStack(port, more = []) {
  fs.rmSync(runFile, { force: true });
  fs.mkdirSync(logs, { recursive: true });
  markStart();
  const output = fs.openSync(stackLog, 'a');
  const crashReport = `-XX:ErrorFile=${path.join(logs, 'crash-%p.log')}`;
  const child = spawn(
    java(),
    [...options, crashReport, ...more, '-cp', classpath().join(path.delimiter), 'io.missionbrief.stack.Stack', root, state, String(port)],
    { cwd: root, detached: true, stdio: ['ignore', output, output] },
  );
  fs.closeSync(output);
  return child;
}

export const java = () => path.join(requireJdk(), 'bin/java');
