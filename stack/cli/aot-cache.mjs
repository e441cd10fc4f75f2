import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { classpath, requireJdk } from './build.mjs';
import { options } from './launch.mjs';
import { aotFolder, root } from './paths.mjs';

/**
 * The JDK's AOT cache of the stack: its classes as the JVM wants them in memory, and what was learnt of its methods. It
 * belongs to one build, one JDK and one set of options, which its name stands for; so an outdated one is never used.
 */
export class AotCache {
  #folder;
  #key;

  /** @param {{folder: string, key: string}} [place] of the present build, unless told otherwise */
  constructor({ folder, key } = { folder: aotFolder, key: keyOf(requireJdk(), classpath()) }) {
    this.#folder = folder;
    this.#key = key;
  }

  /** The cache's file; undefined where there is none that is whole. */
  get file() {
    return this.#files((name) => name.startsWith(`${this.#key}-`) && name.endsWith('.aot')).find(isWhole);
  }

  /** Why none could be made for this build; undefined where nothing was tried, or it was made. */
  get failure() {
    return fs.existsSync(this.#failureFile) ? fs.readFileSync(this.#failureFile, 'utf8') : undefined;
  }

  /** Notes that another try would be in vain. */
  fail(reason) {
    fs.writeFileSync(this.#failureFile, reason);
  }

  /** Lets another try be made. */
  forgive() {
    fs.rmSync(this.#failureFile, { force: true });
  }

  /** Deletes what has proved to be no good. */
  discard() {
    const { file } = this;
    if (file !== undefined) {
      fs.rmSync(file, { force: true });
    }
  }

  /** Takes a finished file over, in one step: nobody ever finds a half one. The caches of former builds go. */
  adopt(draft) {
    const { size } = fs.statSync(draft);
    flush(draft);
    const file = path.join(this.#folder, `${this.#key}-${size}.aot`);
    fs.renameSync(draft, file);
    this.#files((name) => /\.(aot|failed)$/.test(name))
      .filter((other) => other !== file)
      .forEach((other) => fs.rmSync(other, { force: true }));
  }

  get #failureFile() {
    return path.join(this.#folder, `${this.#key}.failed`);
  }

  #files(wanted) {
    try {
      return fs.readdirSync(this.#folder).filter(wanted).map((name) => path.join(this.#folder, name));
    } catch {
      return [];
    }
  }
}

/** As many bytes as its name says: a cut one may have been copied from somewhere, or met a full disk. */
const isWhole = (file) => fs.statSync(file, { throwIfNoEntry: false })?.size === Number(/-(\d+)\.aot$/.exec(file)?.[1]);

function flush(file) {
  const handle = fs.openSync(file, 'r+');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

/**
 * The JVM compares path, time and size of each jar; what this project builds is compared by its contents too.
 *
 * @param {string} jdk its folder
 * @param {string[]} jars
 */
export function keyOf(jdk, jars) {
  const hash = createHash('sha256');
  hash.update(fs.readFileSync(path.join(jdk, 'release')));
  hash.update(options.join(' '));
  for (const file of [path.join(jdk, 'lib/modules'), ...jars]) {
    const { size, mtimeNs } = fs.statSync(file, { bigint: true });
    hash.update(`${file} ${size} ${mtimeNs}\n`);
    if (file.startsWith(root + path.sep)) {
      hash.update(fs.readFileSync(file));
    }
  }
  return hash.digest('hex').slice(0, 24);
}
