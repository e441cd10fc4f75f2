import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The SDL that every subgraph has, relative to the repository. */
export const SHARED_SDL = 'subgraph-spring-boot-starter/src/main/resources/graphql/subgraph';

/** The folder of a subgraph's own SDL, relative to the repository. */
export const sdlFolder = (name) => `subgraph-${name}/src/main/resources/graphql/${name}`;

/**
 * The names of all subgraphs, sorted. A subgraph is a module whose folder says so, subgraph-<name>: no list has to be kept.
 * (The starter's folders have more hyphens.)
 *
 * @param {string} root the repository
 * @returns {string[]}
 */
export const subgraphsOf = (root) =>
  readdirSync(root)
    .map((folder) => /^subgraph-([a-z][a-z0-9]*)$/.exec(folder)?.[1])
    .filter((name) => name !== undefined && existsSync(path.join(root, `subgraph-${name}`, 'pom.xml')))
    .sort();
