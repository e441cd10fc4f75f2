import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Kind, buildASTSchema, parse, validate } from 'graphql';
import { examples } from '../graphiql.mjs';

const schema = buildASTSchema(
  parse(readFileSync(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8')),
  {
    assumeValid: true,
  },
);

for (const { name, query, variables } of examples()) {
  test(`the example ${name} fits the schema`, () => {
    const document = parse(query);

    assert.deepEqual(
      validate(schema, document).map(({ message }) => message),
      [],
    );
  });

  test(`the example ${name} brings the variables of its operations`, () => {
    const given = Object.keys(JSON.parse(variables ?? '{}')).sort();
    const needed = parse(query)
      .definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
      .flatMap(({ variableDefinitions = [] }) => variableDefinitions.map(({ variable }) => variable.name.value));

    assert.deepEqual(given, needed.sort());
  });
}
