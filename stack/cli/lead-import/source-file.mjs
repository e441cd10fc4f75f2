import fs from 'node:fs';
import path from 'node:path';
import { Problem } from '../problem.mjs';
import { reasonOf } from './mapping-file.mjs';

/**
 * The file with the leads, looked at before anything is started.
 *
 * @param {string} file
 * @returns {{path: string, name: string, size: number}}
 */
export function sourceFile(file) {
  const stats = statsOf(file);
  if (!stats.isFile()) {
    throw new Problem(`${file} ${stats.isDirectory() ? 'is a folder' : 'is no regular file'}: give a CSV file.`, 2);
  }
  if (stats.size === 0) {
    throw new Problem(`${file} is empty: the first line of a CSV file names its columns.`, 2);
  }
  return { path: file, name: path.basename(file), size: stats.size };
}

function statsOf(file) {
  try {
    fs.accessSync(file, fs.constants.R_OK);
    return fs.statSync(file);
  } catch (error) {
    throw new Problem(`${file} ${reasonOf(error)}.`, 2);
  }
}
