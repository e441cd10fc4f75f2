import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { buildASTSchema, parse } from 'graphql';
import { QueryPlanner } from '@graphql-hive/router-query-planner';

const QUIET = 150;

/** The file is missing, cut or no supergraph; the message says which. */
export class UnusableSupergraph extends Error {}

/**
 * Reads a supergraph and makes sure that it can be served.
 *
 * @param {string} file
 * @returns {Promise<string>} its SDL
 * @throws {UnusableSupergraph}
 */
export async function readSupergraph(file) {
  let sdl;
  try {
    sdl = await readFile(file, 'utf8');
  } catch (error) {
    throw new UnusableSupergraph(`${file} cannot be read (${error.code}). Write it with \`./mission schema compose\`.`);
  }
  try {
    buildASTSchema(parse(sdl, { noLocation: true }), { assumeValid: true });
    new QueryPlanner(sdl);
  } catch (error) {
    throw new UnusableSupergraph(`${file} is not a supergraph: ${String(error.message).split('\n')[0]}`);
  }
  return sdl;
}

/** @returns {string[]} the names of the subgraphs of a supergraph */
export function subgraphNames(sdl) {
  return [...sdl.matchAll(/@join__graph\(name: "([^"]+)"/g)].map(([, name]) => name);
}

/**
 * Watches the folder, not the file: editors and deployments replace it by a rename. After a moment of quiet the file is
 * read; one that cannot be served is refused, and the last good one stays.
 *
 * @param {string} file
 * @param {string} current
 * @param {{ taken: (sdl: string) => void | Promise<void>, refused: (error: UnusableSupergraph) => void }} listener
 * @returns {{ close: () => void }}
 */
export function watchSupergraph(file, current, { taken, refused }) {
  let quiet;
  let reading = Promise.resolve();
  const reread = async () => {
    try {
      const next = await readSupergraph(file);
      if (next !== current) {
        current = next;
        await taken(next);
      }
    } catch (error) {
      refused(error);
    }
  };
  const watcher = watch(path.dirname(path.resolve(file)), { persistent: false }, () => {
    clearTimeout(quiet);
    quiet = setTimeout(() => (reading = reading.then(reread)), QUIET).unref();
  });
  return {
    close() {
      clearTimeout(quiet);
      watcher.close();
    },
  };
}
