#!/usr/bin/env node
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { asyncApiOf } from './async-api.mjs';
import { eventPageOf } from './event-page.mjs';
import { eventSchemas } from './event-schemas.mjs';
import { differencesOf, write } from './golden-files.mjs';
import { subgraphsOf } from './subgraphs.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));

/**
 * Writes for each subgraph docs/events/<name>.asyncapi.json and docs/events/<name>.md, from the schemas of its events.
 *
 * @returns {number} the exit code: 0 when all is well, 1 when --check finds another text, 2 for a wrong call
 */
export function run(args, { root = path.dirname(HERE), out = console.log, err = console.error } = {}) {
  let options;
  try {
    options = parseArgs({ args, options: { check: { type: 'boolean' } } }).values;
  } catch (error) {
    err(error.message);
    return 2;
  }
  const files = eventDocs(root);
  if (!options.check) {
    return write(files, { root, out });
  }
  const differences = differencesOf(files, root);
  differences.forEach(({ file, first }) => err(`${file} is not what the schemas of events say; first difference:\n${first}`));
  if (differences.length > 0) {
    err('\nRun `./mission schema events`, review the difference and commit it.');
    return 1;
  }
  out('The pages of events are what their schemas say.');
  return 0;
}

function eventDocs(root) {
  const schemas = eventSchemas(root);
  return Object.fromEntries(
    subgraphsOf(root).flatMap((name) => [
      [`docs/events/${name}.asyncapi.json`, `${JSON.stringify(asyncApiOf(name, schemas), null, 2)}\n`],
      [`docs/events/${name}.md`, eventPageOf(name, schemas)],
    ]),
  );
}

if (process.argv[1] && fileURLToPath(import.meta.url) === path.resolve(process.argv[1])) {
  process.exitCode = run(process.argv.slice(2));
}
