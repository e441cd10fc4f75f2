import { GraphQLError, Kind, parse } from 'graphql';
import { clientError } from './errors.mjs';

const NOTHING = { depth: 0, aliases: 0, fields: 0, introspects: false };

/**
 * Parses a document, but not more of it than the limits allow.
 *
 * @param {{ maxTokens: number, maxDocument: number }} limits
 * @throws {GraphQLError} QUERY_TOO_COMPLEX, or the syntax error
 */
export function parseWithin({ maxTokens, maxDocument }, source, options) {
  const text = typeof source === 'string' ? source : source.body;
  if (text.length > maxDocument) {
    throw tooComplex(`The document has ${text.length} characters`, maxDocument);
  }
  try {
    return parse(source, { ...options, maxTokens });
  } catch (error) {
    throw error instanceof GraphQLError && /contains more tha[nt] \d+ tokens/.test(error.message)
      ? tooComplex(`The document has more tokens than allowed`, maxTokens)
      : error;
  }
}

/**
 * What is too much in a document, judged before validation, which itself is dear for hostile documents. Fragments count
 * where they are used. The fields of introspection have no depth: its own standard query is deep.
 *
 * @param {import('graphql').DocumentNode} document
 * @param {{ maxDepth: number, maxAliases: number, maxFields: number, introspection: boolean }} limits
 * @returns {GraphQLError | undefined}
 */
export function exceeded(document, { maxDepth, maxAliases, maxFields, introspection }) {
  const measure = measureWith(document);
  for (const operation of document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)) {
    const { depth, aliases, fields, introspects } = measure(operation.selectionSet);
    if (depth > maxDepth) {
      return tooComplex(`The operation is ${depth} levels deep`, maxDepth);
    }
    if (aliases > maxAliases) {
      return tooComplex(`The operation has ${aliases} aliases`, maxAliases);
    }
    if (fields > maxFields) {
      return tooComplex(`The operation has ${fields} fields`, maxFields);
    }
    if (introspects && !introspection) {
      return clientError('BAD_USER_INPUT', 'Introspection is switched off here. Take the schema from the repository.');
    }
  }
  return undefined;
}

function tooComplex(what, limit) {
  return clientError('QUERY_TOO_COMPLEX', `${what}; ${limit} are allowed. Ask for less at once.`, { limit });
}

function measureWith(document) {
  const fragments = new Map(
    document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node]),
  );
  const measured = new Map();

  /** A fragment inside itself counts nothing more: validation refuses it. */
  function measureFragment(name) {
    if (!measured.has(name)) {
      measured.set(name, NOTHING);
      const fragment = fragments.get(name);
      measured.set(name, fragment ? measureSelections(fragment.selectionSet) : NOTHING);
    }
    return measured.get(name);
  }

  function measureSelection(selection) {
    switch (selection.kind) {
      case Kind.FRAGMENT_SPREAD:
        return measureFragment(selection.name.value);
      case Kind.INLINE_FRAGMENT:
        return measureSelections(selection.selectionSet);
      case Kind.FIELD:
        return measureField(selection);
    }
  }

  function measureField({ name, alias, selectionSet }) {
    const inside = selectionSet ? measureSelections(selectionSet) : NOTHING;
    const introspects = name.value === '__schema' || name.value === '__type';
    return {
      depth: introspects ? 1 : inside.depth + 1,
      aliases: inside.aliases + (alias ? 1 : 0),
      fields: inside.fields + 1,
      introspects: introspects || inside.introspects,
    };
  }

  function measureSelections({ selections }) {
    return selections.map(measureSelection).reduce(
      (sum, one) => ({
        depth: Math.max(sum.depth, one.depth),
        aliases: sum.aliases + one.aliases,
        fields: sum.fields + one.fields,
        introspects: sum.introspects || one.introspects,
      }),
      NOTHING,
    );
  }

  return measureSelections;
}
