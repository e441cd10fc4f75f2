import { eventsFolder, idOf, isEvent, kindOf } from './event-schemas.mjs';

/**
 * What the schemas of a subgraph's events lack, each as a line that names the file.
 *
 * @param {string} subgraph
 * @param {string[]} types the event types that its code has
 * @param {import('./event-schemas.mjs').EventSchema[]} schemas all there are
 * @returns {string[]}
 */
export function flawsOf(subgraph, types, schemas) {
  const own = schemas.filter((one) => one.subgraph === subgraph);
  const ids = new Set(schemas.map(({ schema }) => schema.$id));
  return [
    ...types
      .filter((type) => !own.some(({ name }) => name === type))
      .map((type) => `${eventsFolder(subgraph)}/${type}.json is missing: write the schema of ${type}`),
    ...own
      .filter((one) => isEvent(one) && !types.includes(one.name))
      .map(({ file, name }) => `${file}: no code has the event type ${name}. Its events stay in the log: only before the first release, delete the file`),
    ...own.flatMap((one) => flawsOfFile(one, ids)),
  ];
}

/** What a schema lacks that all share, or that is read by itself. */
export function flawsOfFile(one, ids) {
  const { file, name, schema } = one;
  const flaws = isEvent(one) ? flawsOfEvent(schema, idOf({ ...one, name: kindOf(name) }), kindOf(name)) : [];
  if (schema.$id !== idOf(one)) {
    flaws.push(`$id is ${schema.$id}: write "${idOf(one)}"`);
  }
  return [...flaws, ...flawsOfSchema('', schema, ids, !isEvent(one))].map((flaw) => `${file}: ${flaw}`);
}

function flawsOfEvent({ $ref, properties = {} }, state, kind) {
  const wanted = [
    [$ref === 'urn:missionbrief:event', '"$ref": "urn:missionbrief:event"'],
    [properties.objectType?.const === kind, `"objectType": { "const": "${kind}" } in properties`],
    [properties.state?.$ref === state, `"state": { "$ref": "${state}" } in properties`],
  ];
  return wanted.filter(([there]) => !there).map(([, text]) => `write ${text}`);
}

/** An event narrows what stands elsewhere, with its descriptions; everything else describes what it declares. */
function flawsOfSchema(place, schema, ids, declares) {
  const flaws = [];
  if (!schema.description && (declares || place === '')) {
    flaws.push(`${place || 'the schema'} has no description`);
  }
  if (schema.$ref !== undefined && !ids.has(schema.$ref)) {
    flaws.push(`${place || 'the schema'} refers to ${schema.$ref}, which is in no file`);
  }
  const { properties = {}, required = [], items } = schema;
  for (const [name, property] of Object.entries(properties)) {
    flaws.push(...flawsOfSchema(`${place}/${name}`, property, ids, declares));
  }
  if (items?.properties) {
    flaws.push(...flawsOfSchema(`${place}/items`, items, ids, declares));
  }
  if (declares) {
    flaws.push(
      ...Object.keys(properties)
        .filter((name) => !required.includes(name) && !/^(Left out|Since) /.test(properties[name].$comment ?? ''))
        .map((name) => `${place}/${name} is not required: a field without a value is null. Of one that came later say "$comment": "Since <release>"`),
      ...required.filter((name) => !(name in properties)).map((name) => `${place}/${name} is required and not declared`),
    );
  }
  return flaws;
}
