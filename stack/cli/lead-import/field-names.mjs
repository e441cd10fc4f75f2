import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Kind, parse } from 'graphql';
import { root } from '../paths.mjs';

const schema = parse(readFileSync(path.join(root, 'subgraph-leads/src/main/resources/graphql/leads/lead-import.graphqls'), 'utf8'));

/** How a field is called in a mapping file, and in the API; what goes to a field of the workspace's own is not among them. */
export const fieldNames = byCamelCase(valuesOf('LeadImportField').filter((value) => value !== 'FIELD'));

/** How what makes a duplicate is called in a mapping file, and in the API. */
export const duplicateKeys = byCamelCase(valuesOf('LeadImportDuplicateKey'));

function valuesOf(name) {
  const definition = schema.definitions.find((each) => each.kind === Kind.ENUM_TYPE_DEFINITION && each.name.value === name);
  return definition.values.map(({ name: { value } }) => value);
}

function byCamelCase(values) {
  return Object.fromEntries(values.map((value) => [value.toLowerCase().replace(/_([a-z])/g, (_, letter) => letter.toUpperCase()), value]));
}
