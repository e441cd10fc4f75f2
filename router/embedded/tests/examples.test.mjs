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

test('the README tells the story by the examples, word for word and in their order', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const [story] = readme.split('## The story, by hand')[1].split('\n## ');
  const blocks = (language) =>
    [...story.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(([, text]) => text);
  const told = blocks('graphql').map((query, index) => ({ query, variables: blocks('json')[index] }));

  assert.deepEqual(
    told,
    examples()
      .slice(0, told.length)
      .map(({ query, variables }) => ({ query, variables })),
  );
  assert.equal(told.length, 8);
});

test('the README counts the leads of a file by an example', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const example = examples().find(({ query }) => query.includes('leadCounts'));

  assert.ok(readme.includes(`\`\`\`graphql\n${example.query}\`\`\``));
});
