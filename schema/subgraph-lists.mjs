/**
 * The lists that name every subgraph, each in the language of whoever reads it. What can follow from the folders does
 * (subgraphs.mjs); these cannot. A test compares them with the folders, and `./mission new subgraph` writes into them.
 *
 * @typedef {object} List
 * @property {string} file
 * @property {string} where in the file, for people
 * @property {(text: string) => string[]} names whom it names
 * @property {(subgraph: Subgraph) => string} entry what is to be written for a subgraph
 * @property {(text: string, subgraph: Subgraph) => string} add the file with that entry
 * @property {(name: string) => boolean} [exempt] who need not be named
 *
 * @typedef {{ name: string, offset: number }} Subgraph its name, and how far its port lies above the router's
 */

const found = (text, pattern) => [...text.matchAll(pattern)].map(([, name]) => name);

/** A word as a class name begins with it. */
export const capitalized = (word) => word[0].toUpperCase() + word.slice(1);

/** @throws {Error} when the file has no such place: nothing is ever written to a place that is guessed */
function insertBefore(text, anchor, entry) {
  if (!text.includes(anchor)) {
    throw new Error(`there is no '${anchor.trim()}'`);
  }
  return text.replace(anchor, () => entry + anchor);
}

/** The lines below a key of a YAML file, up to the first that is not deeper than the key. */
function blockBelow(text, key) {
  const block = new RegExp(`^( *)${key}:\\n((?: *(?:#.*)?\\n|\\1 .*\\n)*)`, 'm').exec(text);
  if (block === null) {
    throw new Error(`there is no '${key}:'`);
  }
  return { indent: `${block[1]}  `, lines: block[2].trimEnd() };
}

function keysBelow(text, key) {
  const { indent, lines } = blockBelow(text, key);
  return found(lines, new RegExp(`^${indent}([\\w-]+):`, 'gm'));
}

function addBelow(text, key, entry) {
  const { lines } = blockBelow(text, key);
  return text.replace(lines, () => `${lines}\n${entry.trimEnd()}`);
}

const CONSTANT = /^ {4}([A-Z][A-Z0-9]*)\(\w+\.class, (\d+)\)[,;]$/gm;
const APPLICATION = /^import io\.missionbrief\.\w+\.\w+Application;\n/gm;

const moduleEntry = ({ name }) => `    <module>subgraph-${name}</module>\n`;

const dependencyEntry = ({ name }) => `    <dependency>
      <groupId>io.missionbrief</groupId>
      <artifactId>subgraph-${name}</artifactId>
      <version>\${project.version}</version>
    </dependency>
`;

const constantEntry = ({ name, offset }) => `    ${name.toUpperCase()}(${capitalized(name)}Application.class, ${offset})`;

function addConstant(text, subgraph) {
  const { name } = subgraph;
  const importLine = `import io.missionbrief.${name}.${capitalized(name)}Application;\n`;
  const imports = [...(text.match(APPLICATION) ?? []), importLine];
  const constants = [...[...text.matchAll(CONSTANT)].map(([line]) => line.slice(0, -1)), constantEntry(subgraph)];
  const offset = (constant) => Number(/(\d+)\)$/.exec(constant)[1]);
  constants.sort((one, other) => offset(one) - offset(other));
  const [first] = CONSTANT[Symbol.match](text);
  const last = text.match(CONSTANT).at(-1);
  const [start, end] = [text.indexOf(first), text.indexOf(last) + last.length];
  const withConstants = `${text.slice(0, start)}${constants.join(',\n')};${text.slice(end)}`;
  const head = withConstants.search(APPLICATION);
  return `${withConstants.slice(0, head)}${imports.sort().join('')}${withConstants.slice(head).replace(APPLICATION, '')}`;
}

const KNOWN = /(everything constant text := ')([\w,]+)(')/;

/** Where each subgraph's port lies above the router's, from the one place that says it. */
export const offsetsOf = (text) =>
  new Map([...text.matchAll(CONSTANT)].map(([, name, offset]) => [name.toLowerCase(), Number(offset)]));

export const LOCAL_SUBGRAPHS = 'stack/src/main/java/io/missionbrief/stack/LocalSubgraph.java';

/** @type {List[]} */
export const subgraphLists = [
  {
    file: 'pom.xml',
    where: 'among <modules>',
    names: (text) => found(text, /<module>subgraph-([a-z0-9]+)<\/module>/g),
    entry: moduleEntry,
    add: (text, subgraph) => insertBefore(text, '    <module>stack</module>\n', moduleEntry(subgraph)),
  },
  {
    file: 'stack/pom.xml',
    where: 'among <dependencies>',
    names: (text) => found(text, /<artifactId>subgraph-([a-z0-9]+)<\/artifactId>/g),
    entry: dependencyEntry,
    add: (text, subgraph) =>
      insertBefore(text, '    <dependency>\n      <groupId>io.zonky.test</groupId>\n', dependencyEntry(subgraph)),
  },
  {
    file: LOCAL_SUBGRAPHS,
    where: 'among the constants, with the import of the class',
    names: (text) => [...offsetsOf(text).keys()],
    entry: constantEntry,
    add: addConstant,
  },
  {
    file: 'router/apollo-router.yaml',
    where: 'below override_subgraph_url',
    names: (text) => keysBelow(text, 'override_subgraph_url'),
    entry: routeEntry,
    add: (text, subgraph) => addBelow(text, 'override_subgraph_url', routeEntry(subgraph)),
  },
  {
    file: 'subgraph-admin/src/main/resources/admin.yaml',
    where: 'below clients: what it may ask the others for, its own token being none of theirs',
    names: (text) => keysBelow(text, 'clients').map((client) => client.replace('subgraph-', '')),
    entry: clientEntry,
    add: (text, subgraph) => addBelow(text, 'clients', clientEntry(subgraph)),
    exempt: (name) => name === 'admin',
  },
  {
    file: 'subgraph-spring-boot-starter/src/main/resources/db/bootstrap.sql',
    where: "in the constant 'everything', after a comma",
    names: (text) => KNOWN.exec(text)[2].split(','),
    entry: ({ name }) => name,
    add: (text, { name }) =>
      text.replace(KNOWN, (line, before, names, after) =>
        names.split(',').includes(name) ? line : `${before}${names},${name}${after}`,
      ),
  },
];

function routeEntry({ name }) {
  return `  ${name}: \${env.MISSION_BRIEF_${name.toUpperCase()}_URL:-http://${name}/graphql}\n`;
}

function clientEntry({ name }) {
  return `      subgraph-${name}:\n        scopes: workspaces:read\n`;
}

/** Ports that were given away before their subgraphs came. */
const RESERVED = new Map([
  ['analytics', 4],
  ['audit', 5],
  ['insights', 7],
]);

/** Those of the router and of PostgreSQL. */
const OF_OTHERS = [0, 10];

/**
 * How far the port of a new subgraph lies above the router's: the one that waits for it, or the first that is free.
 *
 * @param {string} name
 * @param {Iterable<number>} taken those of the others
 */
export function freeOffset(name, taken) {
  const unfree = new Set([...taken, ...RESERVED.values(), ...OF_OTHERS]);
  let offset = 1;
  while (unfree.has(offset)) {
    offset++;
  }
  return RESERVED.get(name) ?? offset;
}

/** Whether the mission named it long before it came: its scopes and its roles in the database are there. */
export const isAwaited = (name) => RESERVED.has(name);
