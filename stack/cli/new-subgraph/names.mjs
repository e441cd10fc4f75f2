import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { capitalized, isAwaited } from '../../../schema/subgraph-lists.mjs';
import { subgraphsOf } from '../../../schema/subgraphs.mjs';
import { rolesFile, root } from '../paths.mjs';
import { Problem } from '../problem.mjs';
import { importedTypes } from './template.mjs';
import { isPlural, javaWords, plural, sqlWords } from './words.mjs';

/** Names that mean something else where a subgraph's name is used: modules of `./mission test`, settings, schemas. */
const otherMeanings = [
  'starter', 'codegen', 'stack', 'schema', 'router', 'cli', 'subgraph', 'jooq', 'tenancy', 'public',
  'database', 'events', 'graphql', 'issuer', 'security',
  // Roles that begin with pg_ are PostgreSQL's own, and a folder target/ is not committed.
  'pg', 'target',
];

/** Tables that every subgraph has already. */
const sharedTables = [
  'event_log', 'event_pending', 'event_position', 'event_counter', 'event_workspace_counter', 'event_relay',
  'personal_key', 'idempotency_key', 'operator_read',
];

/** Columns of the template's table, and what no component of a Java record may be called. */
const otherFields = ['id', 'name', 'note', 'version', 'clone', 'finalize', 'notify', 'wait'];

/** What a new subgraph and its concept are called, in each language. */
export class SubgraphNames {
  /**
   * @param {string} name of the subgraph, such as `billing`
   * @param {string} concept in the singular, its words joined by hyphens, such as `risk-score`
   * @throws {Problem} when one of them cannot be had
   */
  constructor(name, concept) {
    refuseName(name);
    if (!/^[a-z][a-z0-9]*(-[a-z][a-z0-9]*){0,2}$/.test(concept) || concept.length > 30) {
      throw new Problem(
        `--concept '${concept}' is not one to three words of lower-case letters and digits, joined by hyphens, with at most 30 characters.`,
        2,
      );
    }
    const words = concept.split('-');
    this.name = name;
    this.Name = capitalized(name);
    this.words = words;
    /** The word by which its ids and its package are called, as in `scoreId`. */
    this.noun = words.at(-1);
    this.type = words.map(capitalized).join('');
    this.field = words[0] + words.slice(1).map(capitalized).join('');
    this.table = words.join('_');
    refuseConcept(this);
  }

  get fields() {
    return plural(this.field);
  }
}

function refuseName(name) {
  if (!/^[a-z][a-z0-9]{1,19}$/.test(name)) {
    throw new Problem(`'${name}' cannot be a subgraph's name: it is a lower-case letter, then 1 to 19 lower-case letters or digits.`, 2);
  }
  if (subgraphsOf(root).includes(name)) {
    throw new Problem(`there is a subgraph ${name} already, in subgraph-${name}/: choose another name.`, 2);
  }
  if (otherMeanings.includes(name) || javaWords.has(name) || sqlWords.has(name)) {
    throw new Problem(`'${name}' means something else, in this house, in Java or in SQL: choose another name.`, 2);
  }
  if (existsSync(path.join(root, `subgraph-${name}`))) {
    throw new Problem(`subgraph-${name}/ is there, though without a pom.xml: look what is in it, and delete it or choose another name.`, 2);
  }
  const scopes = Object.values(rolesOf(readFileSync(rolesFile, 'utf8'))).flat();
  if (!isAwaited(name) && scopes.some((scope) => scope.startsWith(`${name}:`))) {
    throw new Problem(`roles hold scopes ${name}:... for something else: choose another name.`, 2);
  }
}

function rolesOf(json) {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new Problem(`${path.relative(root, rolesFile)} cannot be read: ${error.message}. Put it right first.`);
  }
}

function refuseConcept({ words, noun, type, field, fields, table }) {
  const inTheWay = [
    [javaWords.has(noun) || noun === 'jooq', `'${noun}' is a word of Java`],
    [noun === 'target', `a folder target/ is not committed`],
    [isPlural(noun), `'${noun}' seems to be many: the singular is wanted`],
    [words.length === 1 && otherFields.includes(noun), `'${noun}' is the name of a column or a method`],
    [sqlWords.has(table), `'${table}' is a word of SQL`],
    [sharedTables.includes(table), `every subgraph has a table ${table}`],
    [importedTypes().has(type), `${type} is a class that the code uses`],
    [typesOfSupergraph().has(type), `the supergraph has a type ${type}`],
    [rootFieldsOfSupergraph().has(field), `the supergraph has a field ${field}`],
    [rootFieldsOfSupergraph().has(fields), `the supergraph has a field ${fields}`],
  ];
  const reasons = inTheWay.filter(([refused]) => refused).map(([, reason]) => reason);
  if (reasons.length > 0) {
    throw new Problem(`--concept '${words.join('-')}' cannot be used: ${reasons.join(', ')}. Choose another one.`, 2);
  }
}

const supergraph = () => readFileSync(path.join(root, 'schema/supergraph.graphql'), 'utf8');

const typesOfSupergraph = () =>
  new Set([...supergraph().matchAll(/^(?:type|enum|input|interface|scalar|union) (\w+)/gm)].map(([, name]) => name));

function rootFieldsOfSupergraph() {
  const [, query] = /^type Query\n([^]*?)^}/m.exec(supergraph());
  return new Set([...query.matchAll(/^ {2}(\w+)[(:]/gm)].map(([, name]) => name));
}
