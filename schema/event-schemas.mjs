import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * The JSON Schemas of the subgraphs' events: `events/<name>` of each subgraph, and what all share in `events` of the starter.
 *
 * @typedef {object} EventSchema
 * @property {string} file relative to the repository
 * @property {string | null} subgraph whose it is; null for what all share
 * @property {string} name that of the file: an event type (Lead.New), a kind of object (Lead), or a part of one
 * @property {object} schema
 */

const FILE = /^subgraph-[a-z0-9-]+\/src\/main\/resources\/events\/(?:([a-z0-9]+)\/)?([A-Za-z.]+)\.json$/;

/** The folder of a subgraph's event schemas, relative to the repository. */
export const eventsFolder = (name) => `subgraph-${name}/src/main/resources/events/${name}`;

/** What the id of a schema has to be. */
export const idOf = ({ subgraph, name }) => ['urn:missionbrief', ...(subgraph ? [subgraph] : []), name].join(':');

/** Whether a schema is one of an event, and not of what events are made of. */
export const isEvent = ({ name }) => name.includes('.');

/** The kind of object that an event of this type happens to. */
export const kindOf = (type) => type.slice(0, type.indexOf('.'));

/**
 * Those of the working tree, by file.
 *
 * @param {string} root the repository
 * @returns {EventSchema[]}
 */
export function eventSchemas(root) {
  const files = readdirSync(root)
    .filter((folder) => folder.startsWith('subgraph-'))
    .map((folder) => `${folder}/src/main/resources/events`)
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true }).map((file) => `${folder}/${file}`));
  return parsed(files, (file) => readFileSync(path.join(root, file), 'utf8'));
}

/**
 * Those of a git revision.
 *
 * @param {string} root the repository
 * @param {string} revision such as HEAD or v1.0
 * @returns {EventSchema[]}
 * @throws {Error} when git does not know the revision
 */
export function eventSchemasAt(root, revision) {
  const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28 });
  const files = git('ls-tree', '-r', '--name-only', '--full-tree', '--end-of-options', revision).split('\n');
  return parsed(files, (file) => git('show', `${revision}:${file}`));
}

function parsed(files, read) {
  return files
    .filter((file) => FILE.test(file))
    .sort()
    .map((file) => {
      const [, subgraph = null, name] = FILE.exec(file);
      return { file, subgraph, name, schema: json(file, read(file)) };
    });
}

function json(file, text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file}: ${error.message}`, { cause: error });
  }
}
