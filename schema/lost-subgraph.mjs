import { Kind } from 'graphql';
import { entityOwners, keysOf, objectTypesOf } from './entities.mjs';
import { placesOf } from './problems.mjs';

const ROOTS_SHARED_BY_SUBGRAPHS = new Set(['Query', 'Mutation']);

/**
 * A lost subgraph must cost a client its own fields only. A field that another subgraph's answer stands beside is
 * therefore nullable: those of Query and Mutation, those that a subgraph adds to an entity of another one, and
 * references to an entity of another one.
 *
 * @param {import('./subgraph-sources.mjs').Subgraph[]} subgraphs
 * @returns {import('./problems.mjs').Problem[]} each field that breaks the rule
 */
export function fieldsThatTakeOthersWithThem(subgraphs) {
  const owners = entityOwners(subgraphs);
  return subgraphs.flatMap(({ name, typeDefs }) =>
    objectTypesOf(typeDefs).flatMap((type) =>
      (type.fields ?? [])
        .filter((field) => field.type.kind === Kind.NON_NULL_TYPE)
        .map((field) => ({ field, reason: reasonToBeNullable(type.name.value, field, name, typeDefs, owners) }))
        .filter(({ reason }) => reason)
        .map(({ field, reason }) => problem(type, field, name, reason)),
    ),
  );
}

function reasonToBeNullable(type, field, subgraph, typeDefs, owners) {
  if (ROOTS_SHARED_BY_SUBGRAPHS.has(type)) {
    return 'fields of other subgraphs stand beside it';
  }
  if (isForeign(owners.get(type), subgraph) && !isExternal(field) && !keysOf(typeDefs, type).has(field.name.value)) {
    return `${subgraph} adds it to an entity of ${owners.get(type)}`;
  }
  const target = owners.get(namedType(field.type));
  return isForeign(target, subgraph) ? `it refers to an entity of ${target}` : undefined;
}

const isForeign = (owner, subgraph) => owner !== undefined && owner !== subgraph;

const isExternal = (field) => field.directives?.some((directive) => directive.name.value === 'external');

function namedType(type) {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

function problem(type, field, subgraph, reason) {
  const name = `${type.name.value}.${field.name.value}`;
  return {
    code: 'TAKES_OTHERS_WITH_IT',
    message: `${name} is not nullable, but ${reason}: remove the "!" at the end of its type`,
    places: placesOf([{ ...field, subgraph }]),
  };
}
