/** In this order a subgraph prints the kinds of definitions. */
const KINDS = ['schema', 'directive', 'interface', 'union', 'type', 'enum', 'scalar', 'input'];

/**
 * The SDL that a new subgraph serves: its own definitions, and those that every subgraph has. It is sorted, so that it is
 * another one for other names: definitions of a kind by name, and the fields in each.
 *
 * @param {string} own definitions, apart by an empty line, members at two spaces
 * @param {string[]} others what the other subgraphs serve, at least two of them
 */
export function servedSdl(own, others) {
  const [first, ...rest] = others.map(definitionsOf);
  const ofAll = first.filter((definition) => rest.every((definitions) => definitions.includes(definition)));
  const mine = definitionsOf(own).map(withSortedMembers);
  const heads = new Set(mine.map((definition) => headOf(definition).text));
  const shared = ofAll.filter((definition) => !heads.has(headOf(definition).text));
  return `${[...mine, ...shared].sort(byKindAndName).join('\n\n')}\n`;
}

const definitionsOf = (sdl) => sdl.trimEnd().split('\n\n');

function headOf(definition) {
  const [text, kind, name] = /^(schema|directive|union|interface|type|enum|scalar|input)\b ?(@?\w*)/m.exec(definition);
  return { text, kind, name };
}

function byKindAndName(one, other) {
  const [a, b] = [headOf(one), headOf(other)];
  return a.kind === b.kind ? compared(a.name, b.name) : KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind);
}

const compared = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

/** Sorts the fields of a type or an input; each has its description before it, and perhaps its arguments inside. */
function withSortedMembers(definition) {
  const { kind } = headOf(definition);
  if (kind !== 'type' && kind !== 'input') {
    return definition;
  }
  const open = definition.indexOf(' {\n') + ' {\n'.length;
  const members = [...definition.slice(open, definition.lastIndexOf('}')).matchAll(MEMBER)]
    .sort(([, one], [, other]) => compared(one, other))
    .map(([text]) => text);
  return `${definition.slice(0, open)}${members.join('')}}`;
}

const MEMBER = /(?: {2}"""\n(?: {2}.*\n)*? {2}"""\n| {2}".*"\n)? {2}(\w+)(?:\(\n(?: {4}.*\n)* {2}\))?.*\n/g;
