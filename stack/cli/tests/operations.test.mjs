import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { buildASTSchema, parse, validate } from 'graphql';
import * as operations from '../operations.mjs';
import { root } from '../paths.mjs';

const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');
const schema = buildASTSchema(parse(read('schema/supergraph.graphql')), { assumeValid: true });

const documents = {
  ...operations,
  moveOffer: operations.moveOffer('sendOffer'),
  'the one in docs/import.md': /```graphql\n([^]*?)```/.exec(read('docs/import.md'))[1],
};

for (const [name, document] of Object.entries(documents)) {
  test(`the operation ${name} fits the schema`, () => {
    assert.deepEqual(validate(schema, parse(document)).map(({ message }) => message), []);
  });
}

test('the overview of a report counts every kind of mistake', () => {
  const codes = schema.getType('LeadImportReportCode').getValues().map(({ name }) => name);

  assert.deepEqual([...operations.leadImportReportOverview.matchAll(/(\w+): report/g)].map(([, code]) => code), codes);
});
