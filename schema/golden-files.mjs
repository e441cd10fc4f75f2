import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes files that are made of others and committed for review.
 *
 * @param {Record<string, string>} files texts by paths in the repository
 * @param {{ root: string, out: (line: string) => void }} where the repository, and who is told
 * @returns {number} the exit code
 */
export function write(files, { root, out }) {
  for (const [file, text] of Object.entries(files)) {
    const changed = read(root, file) !== text;
    if (changed) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    }
    out(`${file} ${changed ? 'written' : 'is up to date'}`);
  }
  return 0;
}

/**
 * Those of which the committed text is another one, with the first line that differs.
 *
 * @param {Record<string, string>} files
 * @param {string} root
 * @returns {{ file: string, first: string }[]}
 */
export const differencesOf = (files, root) =>
  Object.entries(files)
    .map(([file, text]) => ({ file, text, committed: read(root, file) }))
    .filter(({ text, committed }) => committed !== text)
    .map(({ file, text, committed }) => ({ file, first: firstDifference(committed, text) }));

function read(root, file) {
  try {
    return readFileSync(path.join(root, file), 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') {
      return '';
    }
    throw error;
  }
}

function firstDifference(committed, made) {
  const [before, after] = [committed.split('\n'), made.split('\n')];
  const line = before.findIndex((text, index) => text !== after[index]);
  const at = line < 0 ? before.length : line;
  return `  line ${at + 1}\n  - ${before[at] ?? '(end of file)'}\n  + ${after[at] ?? '(end of file)'}`;
}
