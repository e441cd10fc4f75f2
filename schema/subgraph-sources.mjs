import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { GraphQLError, Kind, Source, parse } from 'graphql';
import { CompositionFailed } from './problems.mjs';
import { SHARED_SDL, sdlFolder, subgraphsOf } from './subgraphs.mjs';

/**
 * @typedef {{ name: string, url: string, typeDefs: import('graphql').DocumentNode }} Subgraph
 */

/**
 * Reads the SDL of every subgraph, in an order that does not depend on the machine. Every definition
 * remembers its file and line.
 *
 * @param {string} root the repository
 * @returns {Subgraph[]}
 * @throws {CompositionFailed} when a folder holds no SDL or a file cannot be parsed
 */
export function readSubgraphs(root) {
  const problems = [];
  const subgraphs = subgraphsOf(root).map((name) => ({
    name,
    url: `http://${name}/graphql`,
    typeDefs: {
      kind: Kind.DOCUMENT,
      definitions: [SHARED_SDL, sdlFolder(name)].flatMap((from) => definitionsOf(root, from, name, problems)),
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
    const name = path.posix.join(folder, file);
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
