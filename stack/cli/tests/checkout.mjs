import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installPackages } from '../build.mjs';
import { root } from '../paths.mjs';

const passedOver = new Set(['.git', 'node_modules', '.mission', 'target']);

/** A copy of this checkout that a test may change, without what was built or installed; it goes with the test. */
export class Checkout {
  /**
   * @param {{ after: (f: () => void) => void }} test
   * @param {{ built?: boolean }} [options] built: with what Maven has built, so that it need not be built again
   */
  constructor(test, { built = false } = {}) {
    installPackages(); // Here and not there: the copy has a link to them, and would replace what all use.
    this.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mission-checkout-'));
    test.after(() => fs.rmSync(this.folder, { recursive: true, force: true }));
    fs.cpSync(root, this.folder, {
      recursive: true,
      preserveTimestamps: true,
      filter: (source) => !passedOver.has(path.basename(source)) || (built && path.basename(source) === 'target'),
    });
    fs.symlinkSync(path.join(root, 'node_modules'), path.join(this.folder, 'node_modules'));
  }

  read(file) {
    return fs.readFileSync(path.join(this.folder, file), 'utf8');
  }

  write(file, text) {
    fs.writeFileSync(path.join(this.folder, file), text);
  }

  remove(file) {
    fs.rmSync(path.join(this.folder, file), { recursive: true });
  }

  /** The paths of all files below a folder, sorted; packages and what Maven built are passed over. */
  files(folder = '.') {
    return fs
      .readdirSync(path.join(this.folder, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(this.folder, path.join(entry.parentPath ?? entry.path, entry.name)))
      .filter((file) => !file.split(path.sep).some((step) => passedOver.has(step)))
      .sort();
  }

  /** Every file with its text, to see whether anything has changed. */
  contents() {
    return Object.fromEntries(this.files().map((file) => [file, this.read(file)]));
  }

  /** What `./mission` of this checkout says, and how it ends. */
  mission(args, env = {}) {
    return this.#run([path.join(this.folder, 'stack/cli/main.mjs'), ...args], env);
  }

  /** What the tests of a file of this checkout say, and how they end. */
  test(file) {
    return this.#run(['--test', '--test-reporter=tap', path.join(this.folder, file)]);
  }

  #run(args, env = {}) {
    // A test that runs tests must not pass its own runner's context on to them.
    const { NODE_TEST_CONTEXT: _, ...inherited } = process.env;
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: this.folder,
      encoding: 'utf8',
      env: { ...inherited, ...env },
      maxBuffer: 64 * 1024 * 1024,
    });
    return { status, stdout, stderr };
  }
}
