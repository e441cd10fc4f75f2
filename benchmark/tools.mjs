import { spawn } from 'node:child_process';
import { Problem } from '../stack/cli/problem.mjs';

/** Debian's package of each tool. */
const packages = { pgbench: 'postgresql', psql: 'postgresql-client', wrk: 'wrk' };

/**
 * Runs a tool to its end.
 *
 * @param {keyof typeof packages} tool
 * @param {string[]} args
 * @param {string} [input] what it reads from standard input
 * @returns {Promise<string>} what it printed
 */
export function runTool(tool, args, input = '') {
  return new Promise((resolve, reject) => {
    const child = spawn(tool, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (errors += chunk));
    child.once('error', (error) =>
      reject(
        error.code === 'ENOENT'
          ? new Problem(`${tool} is missing; on Debian: apt-get install ${packages[tool]}`)
          : error,
      ),
    );
    child.once('close', (status) =>
      status === 0 ? resolve(output) : reject(new Problem(`${tool} ended with ${status}: ${errors.trim()}`)),
    );
    child.stdin.end(input);
  });
}
