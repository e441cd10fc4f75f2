import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LOCAL_SUBGRAPHS, freeOffset, offsetsOf, subgraphLists } from '../../../schema/subgraph-lists.mjs';
import { runTool } from '../build.mjs';
import { rolesFile, root } from '../paths.mjs';
import { Problem } from '../problem.mjs';
import { Changes } from './changes.mjs';
import { withScopes, withoutAwaited } from './scopes.mjs';
import { rendered } from './template.mjs';

const ROLES_TEST = 'schema/tests/roles.test.mjs';
const SUPERGRAPHS = ['schema/supergraph.graphql', 'schema/supergraph.unlicensed.graphql'];

const EVENTS = 'docs/events/README.md';
const DOORS = 'docs/doors.md';

const read = (file) => readFileSync(path.join(root, file), 'utf8');

/**
 * Makes the module of a new subgraph, with all that has to know of it.
 *
 * @param {import('./names.mjs').SubgraphNames} names
 * @returns {Promise<{ port: number, lists: string[] }>} its own port, and the files that name it
 * @throws {Problem} when it could not be made; nothing is changed then
 */
export async function makeSubgraph(names) {
  const { name } = names;
  const offset = freeOffset(name, offsetsOf(read(LOCAL_SUBGRAPHS)).values());
  const port = 4000 + offset;
  const lists = new Map(subgraphLists.map((list) => [list.file, added(list, { name, offset })]));
  lists.set(path.relative(root, rolesFile), withScopes(readFileSync(rolesFile, 'utf8'), name));
  lists.set(ROLES_TEST, withoutAwaited(read(ROLES_TEST), name));
  lists.set(DOORS, read(DOORS) + doorsOf(names));
  lists.set(EVENTS, withEventsOf(names));
  const changed = [...lists].filter(([file, text]) => text !== read(file));

  const generated = [...SUPERGRAPHS, `docs/events/${name}.md`, `docs/events/${name}.asyncapi.json`];

  const changes = new Changes(root);
  const interrupted = () => {
    changes.undo();
    process.exit(130);
  };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    changes.make(`subgraph-${name}`, rendered(names, { port, version: version() }));
    changed.forEach(([file, text]) => changes.write(file, text));
    generated.forEach((file) => changes.keep(file));
    await generate();
    runTool('mvn', ['--quiet', '--batch-mode', '--no-transfer-progress', '-pl', `subgraph-${name}`, 'spotless:apply'], 'formatting the code');
  } catch (error) {
    changes.undo();
    throw error instanceof Problem ? new Problem(`${error.message} Nothing was changed.`, error.exitCode) : error;
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
  }
  return { port, lists: [...changed.map(([file]) => file), ...generated] };
}

/** The picture of the doors between its packages, as its ArchitectureTest draws it. */
const doorsOf = ({ name, noun }) => `
## io.missionbrief.${name}

<!-- doors: io.missionbrief.${name} -->
\`\`\`mermaid
flowchart BT
    ${noun}_[${noun}]
    ${noun}_ --> jooq_[(tables)]
\`\`\`
`;

/** The table of the first page of events, with a row more. */
function withEventsOf({ name, words }) {
  const row = `| [${name}](${name}.md) | ${words.join(' ')} | [AsyncAPI](${name}.asyncapi.json) |\n`;
  return read(EVENTS).replace(/(\| --- \| --- \| --- \|\n(?:\|.*\n)*)/, (table) => table + row);
}

function added(list, subgraph) {
  try {
    return list.add(read(list.file), subgraph);
  } catch (error) {
    throw new Problem(`${list.file} could not be read: ${error.message}, ${list.where}. Nothing was changed.`);
  }
}

/** That of the parent, which every module has. */
const version = () => /<artifactId>mission-brief<\/artifactId>\s*<version>(.+)<\/version>/.exec(read('pom.xml'))[1];

/** Loaded here: it needs the packages, which the command has installed by now. */
async function generate() {
  const supergraph = await import('../../../schema/compose.mjs');
  const eventDocs = await import('../../../schema/event-docs.mjs');
  const said = [];
  const whereTo = { root, out: () => {}, err: (line) => said.push(line) };
  if (supergraph.run([], whereTo) !== 0 || eventDocs.run([], whereTo) !== 0) {
    throw new Problem(`the supergraph could not be composed: ${said.join('\n')}`);
  }
}
