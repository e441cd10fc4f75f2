import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { GraphQLError, Kind, Source, parse } from 'graphql';
import { CompositionFailed } from './problems.mjs';

/**
 * @typedef {{ shared: string, subgraphs: Record<string, string> }} Manifest folders relative to the repository
 * @typedef {{ name: string, url: string, typeDefs: import('graphql').DocumentNode }} Subgraph
 */

/**
 * Reads the SDL of every subgraph of the manifest, in an order that does not depend on the machine. Every definition
 * remembers its file and line.
 *
 * @param {string} root the repository
 * @param {Manifest} manifest
 * @returns {Subgraph[]}
 * @throws {CompositionFailed} when a folder holds no SDL or a file cannot be parsed
 */
export function readSubgraphs(root, manifest) {
  const problems = [];
  const subgraphs = Object.entries(manifest.subgraphs)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, folder]) => ({
      name,
      url: `http://${name}/graphql`,
      typeDefs: {
        kind: Kind.DOCUMENT,
        definitions: [manifest.shared, folder].flatMap((from) => definitionsOf(root, from, name, problems)),
      },
    }));
  if (problems.length > 0) {
    throw new CompositionFailed(problems);
  }
  return subgraphs;
}

function definitionsOf(root, folder, subgraph, problems) {
  const files = sdlFilesOf(path.join(root, folder));
  if (files.length === 0) {
    problems.push({ message: 'The folder holds no .graphqls file', places: [{ subgraph, file: folder, line: 1 }] });
  }
  return files.flatMap((file) => {
    const name = path.posix.join(folder.replaceAll(path.sep, '/'), file);
    try {
      return parse(new Source(readFileSync(path.join(root, folder, file), 'utf8'), name)).definitions;
    } catch (error) {
      if (!(error instanceof GraphQLError)) {
        throw error;
      }
      problems.push({
        message: error.message,
        places: [{ subgraph, file: name, line: error.locations?.[0]?.line ?? 1 }],
      });
      return [];
    }
  });
}

function sdlFilesOf(folder) {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.graphqls'))
      .sort();
  } catch (error) {
    if (error.code === 'ENOENT') {
      return [];
    }
    throw error;
  }
}
