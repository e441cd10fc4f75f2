import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePorts } from './free-ports.mjs';
import { Problem } from './problem.mjs';

const main = path.join(path.dirname(fileURLToPath(import.meta.url)), 'main.mjs');

/** A stack beside the one that a person may be running: with a folder, ports and data of its own. */
export class StackApart {
  /**
   * @param {string} folder for all its state; made and deleted by this stack
   * @param {Record<string, string>} [environment] what it finds there beside what is there for all
   */
  constructor(folder, environment = {}) {
    this.folder = folder;
    this.environment = environment;
  }

  /** Runs a command of the command line on this stack, and gives what it wrote, however it ended. */
  run(...args) {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [main, ...args], {
        env: { ...process.env, ...this.environment, MISSION_STATE: this.folder },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const written = { stdout: '', stderr: '' };
      child.stdout.on('data', (chunk) => (written.stdout += chunk));
      child.stderr.on('data', (chunk) => (written.stderr += chunk));
      child.once('error', reject);
      child.once('exit', (status) => resolve({ status, ...written }));
    });
  }

  /** Runs a command that must succeed, and gives what it printed. */
  async must(...args) {
    const { status, stdout, stderr } = await this.run(...args);
    if (status !== 0) {
      throw new Problem(`./mission ${args.join(' ')} ended with ${status}: ${stderr.trim() || stdout.trim()}`);
    }
    return stdout.trim();
  }

  /** Starts everything, on the ports of the last time or on free ones. */
  async up(...options) {
    await this.must('up', '--detach', '--port', String(await this.choosePort()), ...options);
  }

  /** The router's port: always the same once it is chosen. */
  async choosePort() {
    this.port ??= await freePorts();
    return this.port;
  }

  async status() {
    return JSON.parse((await this.run('status', '--json')).stdout);
  }

  token(workspace, role) {
    return this.must('token', '--workspace', workspace, '--role', role, '--expires', '12h');
  }

  async remove() {
    await this.must('down', '--wipe');
  }
}
