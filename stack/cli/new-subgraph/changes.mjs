import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Changes of files that are made together: those that were made are undone when a later one, or what follows, fails. */
export class Changes {
  #before = new Map();
  #madeFolders = [];

  /** @param {string} root the folder that all paths are relative to */
  constructor(root) {
    this.root = root;
  }

  /** Writes a file of a folder that was not there before and goes when it is undone. */
  make(folder, files) {
    this.#madeFolders.push(folder);
    for (const [file, text] of files) {
      const target = path.join(this.root, folder, file);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
  }

  write(file, text) {
    this.keep(file);
    writeFileSync(path.join(this.root, file), text);
  }

  /** Remembers a file that something else is about to write. */
  keep(file) {
    const target = path.join(this.root, file);
    if (!this.#before.has(file)) {
      this.#before.set(file, existsSync(target) ? readFileSync(target) : undefined);
    }
  }

  undo() {
    for (const [file, text] of this.#before) {
      const target = path.join(this.root, file);
      if (text === undefined) {
        rmSync(target, { force: true });
      } else {
        writeFileSync(target, text);
      }
    }
    for (const folder of this.#madeFolders) {
      rmSync(path.join(this.root, folder), { recursive: true, force: true });
    }
  }
}
