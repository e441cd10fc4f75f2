import { Kind, visit } from 'graphql';

const OBJECT_KINDS = new Set([Kind.OBJECT_TYPE_DEFINITION, Kind.OBJECT_TYPE_EXTENSION]);

/** @param {import('graphql').DocumentNode} typeDefs @returns the object types and their extensions */
export function objectTypesOf(typeDefs) {
  return typeDefs.definitions.filter((definition) => OBJECT_KINDS.has(definition.kind));
}

/**
 * The names of the fields that identify an entity in one subgraph; empty when the type is no entity.
 *
 * @param {import('graphql').DocumentNode} typeDefs
 * @param {string} type
 * @returns {Set<string>}
 */
export function keysOf(typeDefs, type) {
  const fields = objectTypesOf(typeDefs)
    .filter((definition) => definition.name.value === type)
    .flatMap((definition) => definition.directives ?? [])
    .filter((directive) => directive.name.value === 'key')
    .map((directive) => directive.arguments.find((argument) => argument.name.value === 'fields')?.value.value ?? '');
  return new Set(fields.flatMap((set) => set.match(/\w+/g) ?? []));
}

/**
 * Which subgraph an entity belongs to: the one that knows most of its fields. The others refer to it or add to it.
 *
 * @param {import('./subgraph-sources.mjs').Subgraph[]} subgraphs
 * @returns {Map<string, string>} from entity to subgraph
 */
export function entityOwners(subgraphs) {
  const owners = new Map();
  for (const { name, typeDefs } of subgraphs) {
    for (const [type, fields] of entityFieldCounts(typeDefs)) {
      if (fields > (owners.get(type)?.fields ?? 0)) {
        owners.set(type, { name, fields });
      }
    }
  }
  return new Map([...owners].map(([type, { name }]) => [type, name]));
}

function entityFieldCounts(typeDefs) {
  const counts = new Map();
  for (const type of objectTypesOf(typeDefs).filter((found) => keysOf(typeDefs, found.name.value).size > 0)) {
    counts.set(type.name.value, (counts.get(type.name.value) ?? 0) + (type.fields?.length ?? 0));
  }
  return counts;
}

/**
 * An entity is described by its owner. What another subgraph says of it and of its key describes the reference, and
 * would otherwise win by the order of names.
 *
 * @param {import('./subgraph-sources.mjs').Subgraph[]} subgraphs
 * @returns {import('./subgraph-sources.mjs').Subgraph[]}
 */
export function describedByOwners(subgraphs) {
  const owners = entityOwners(subgraphs);
  return subgraphs.map((subgraph) => ({
    ...subgraph,
    typeDefs: visit(subgraph.typeDefs, {
      ObjectTypeDefinition(type) {
        const owner = owners.get(type.name.value);
        return owner && owner !== subgraph.name ? withoutDescriptions(type, subgraph.typeDefs) : undefined;
      },
    }),
  }));
}

function withoutDescriptions(type, typeDefs) {
  const keys = keysOf(typeDefs, type.name.value);
  return {
    ...type,
    description: undefined,
    fields: type.fields?.map((field) => (keys.has(field.name.value) ? { ...field, description: undefined } : field)),
  };
}
