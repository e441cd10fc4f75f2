import { isEvent, kindOf } from './event-schemas.mjs';

/**
 * The AsyncAPI document of what a subgraph publishes. AsyncAPI reads schemas as of JSON Schema draft 7, which overlooks
 * what stands beside a `$ref`: such a reference becomes an `allOf`.
 *
 * @param {string} subgraph
 * @param {import('./event-schemas.mjs').EventSchema[]} schemas all there are
 * @returns {object}
 */
export function asyncApiOf(subgraph, schemas) {
  const own = schemas.filter((one) => one.subgraph === subgraph);
  const parts = [...schemas.filter((one) => one.subgraph === null), ...own];
  const events = own.filter(isEvent);
  return {
    asyncapi: '3.0.0',
    id: `urn:missionbrief:${subgraph}`,
    info: {
      title: `Events of ${subgraph}`,
      version: '0.1.0',
      description: `What happens in subgraph ${subgraph}, told to whoever subscribes. Generated from the JSON Schemas of its events: ./mission schema events.`,
    },
    defaultContentType: 'application/json',
    channels: {
      events: {
        address: `missionbrief-${subgraph}`,
        description: `The SNS topic of ${subgraph}. Messages have the attributes eventType and workspaceId for filter policies.`,
        messages: Object.fromEntries(events.map(({ name }) => [name, { $ref: `#/components/messages/${name}` }])),
      },
    },
    operations: {
      publish: {
        action: 'send',
        channel: { $ref: '#/channels/events' },
        summary: `${subgraph} tells what happened.`,
        messages: events.map(({ name }) => ({ $ref: `#/channels/events/messages/${name}` })),
      },
    },
    components: {
      messages: Object.fromEntries(events.map((event) => [event.name, messageOf(subgraph, event)])),
      schemas: Object.fromEntries(parts.map(({ name, schema }) => [name, draft7(schema, localNames(parts))])),
    },
  };
}

function messageOf(subgraph, { name, schema }) {
  const type = { const: name };
  return {
    name,
    title: name,
    summary: schema.description,
    tags: [{ name: kindOf(name) }],
    headers: {
      type: 'object',
      description: 'Attributes of the message.',
      properties: { eventType: { type: 'string', ...type }, workspaceId: { type: 'string' } },
      required: ['eventType', 'workspaceId'],
    },
    payload: {
      allOf: [{ $ref: '#/components/schemas/message' }],
      type: 'object',
      properties: {
        type,
        source: { const: `/missionbrief/${subgraph}` },
        dataschema: { const: schema.$id },
        data: { $ref: `#/components/schemas/${name}` },
      },
    },
  };
}

const localNames = (parts) => new Map(parts.map(({ name, schema }) => [schema.$id, `#/components/schemas/${name}`]));

/** The same schema for readers of draft 7, its references within the document. */
function draft7(schema, names) {
  if (Array.isArray(schema)) {
    return schema.map((part) => draft7(part, names));
  }
  if (typeof schema !== 'object' || schema === null) {
    return schema;
  }
  const { $schema, $id, $ref, ...rest } = schema;
  const inner = Object.fromEntries(Object.entries(rest).map(([keyword, part]) => [keyword, draft7(part, names)]));
  const reference = { $ref: names.get($ref) };
  return $ref === undefined ? inner : Object.keys(inner).length === 0 ? reference : { allOf: [reference], ...inner };
}
