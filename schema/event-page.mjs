import { eventsFolder, isEvent, kindOf } from './event-schemas.mjs';

const KNOWN = { 'urn:missionbrief:decimal': 'decimal as text', 'urn:missionbrief:sealed': 'sealed, or null' };
const FORMATS = { uuid: 'UUID', 'date-time': 'time', date: 'date' };

/**
 * The page of a subgraph's events, for those who consume them.
 *
 * @param {string} subgraph
 * @param {import('./event-schemas.mjs').EventSchema[]} schemas all there are
 * @returns {string} Markdown
 */
export function eventPageOf(subgraph, schemas) {
  const own = schemas.filter((one) => one.subgraph === subgraph);
  const events = own.filter(isEvent);
  const kinds = own.filter((one) => !isEvent(one) && events.some(({ name }) => kindOf(name) === one.name));
  const parts = own.filter((one) => !isEvent(one) && !kinds.includes(one));
  return [
    `# Events of ${subgraph}`,
    `<!-- Generated from ${eventsFolder(subgraph)} by \`./mission schema events\`: do not edit. -->`,
    `Topic \`missionbrief-${subgraph}\`. What a message looks like, and what consumers can count on, is in [Events](README.md);`
      + `\nthe same for machines in [\`${subgraph}.asyncapi.json\`](${subgraph}.asyncapi.json).`,
    ...kinds.flatMap((kind) => section(kind, events)),
    ...parts.flatMap((part) => [`## ${part.name}`, part.schema.description, tableOf(part.schema)]),
  ].join('\n\n') + '\n';
}

function section({ name, schema }, events) {
  const rows = events
    .filter((event) => kindOf(event.name) === name)
    .map((event) => [`\`${event.name}\``, event.schema.description, changesOf(event.schema)]);
  return [`## ${name}`, schema.description, table(['event', 'when', 'changes'], rows), 'Its state:', tableOf(schema)];
}

function changesOf({ required = [], properties }) {
  const always = properties.changes?.required ?? [];
  const named = always.map((name) => `\`${name}\``).join(', ');
  return required.includes('changes') ? (named === '' ? 'what differs' : `${named}, and what else differs`) : 'none when it is new';
}

const tableOf = (schema) => table(['field', 'type', 'meaning'], rowsOf('', schema));

function rowsOf(prefix, { properties = {} }) {
  return Object.entries(properties).flatMap(([name, property]) => [
    [`\`${prefix}${name}\``, typeOf(property), [property.description, ...(property.$comment ? [`${property.$comment}.`] : [])].join(' ')],
    ...rowsOf(`${prefix}${name}.`, property),
    ...rowsOf(`${prefix}${name}[].`, property.items ?? {}),
  ]);
}

function typeOf({ $ref, type, format, items, enum: values }) {
  if ($ref !== undefined) {
    const name = $ref.slice($ref.lastIndexOf(':') + 1);
    return KNOWN[$ref] ?? `[${name}](#${name.toLowerCase()})`;
  }
  if (values !== undefined) {
    return values.map((value) => (value === null ? 'null' : `\`${value}\``)).join(', ');
  }
  if (items !== undefined) {
    return `list of ${items.properties ? 'objects' : typeOf(items)}`;
  }
  return [type].flat().map((one) => (one === 'string' ? (FORMATS[format] ?? 'text') : one)).join(' or ');
}

function table(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
