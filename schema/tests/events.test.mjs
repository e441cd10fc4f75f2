import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { flawsOf, flawsOfFile } from '../event-rules.mjs';
import { eventSchemas } from '../event-schemas.mjs';
import { subgraphsOf } from '../subgraphs.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const schemas = eventSchemas(root);
const ids = new Set(schemas.map(({ schema }) => schema.$id));

/** The event types that the code of a subgraph has. */
function typesOf(subgraph) {
  const folder = path.join(root, `subgraph-${subgraph}/src/main/java`);
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.java'))
    .flatMap((file) => [...readFileSync(path.join(folder, file), 'utf8').matchAll(/new EventType\("([\w.]+)"\)/g)].map(([, type]) => type));
}

for (const subgraph of subgraphsOf(root)) {
  test(`each event of ${subgraph} has a schema that says what it has to`, () => {
    assert.deepEqual(flawsOf(subgraph, typesOf(subgraph), schemas), []);
  });
}

test('what all events share says what it has to', () => {
  assert.deepEqual(schemas.filter(({ subgraph }) => subgraph === null).flatMap((one) => flawsOfFile(one, ids)), []);
});

test('each is a JSON Schema 2020-12, without a keyword that does not exist', () => {
  const validator = validatorOf(schemas);

  for (const { file, schema } of schemas) {
    assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema', file);
    assert.doesNotThrow(() => validator.getSchema(schema.$id), file);
  }
});

test('a keyword that does not exist is found', () => {
  const misspelt = [{ schema: { $id: 'urn:missionbrief:sample:Memo', type: 'object', propertys: {} } }];

  assert.throws(() => validatorOf(misspelt).getSchema('urn:missionbrief:sample:Memo'), /propertys/);
});

const memo = () => ({
  $id: 'urn:missionbrief:sample:Memo',
  description: 'Something written down.',
  type: 'object',
  properties: {
    body: { type: 'string', description: 'What it says.' },
    lines: { type: 'array', description: 'Its lines.', items: { description: 'A line.', properties: { net: { description: 'A sum.' } }, required: ['net'] } },
  },
  required: ['body', 'lines'],
});
const written = () => ({
  $id: 'urn:missionbrief:sample:Memo.New',
  description: 'It was written.',
  $ref: 'urn:missionbrief:event',
  properties: { objectType: { const: 'Memo' }, state: { $ref: 'urn:missionbrief:sample:Memo' } },
});

/** What is found after a spoiling hand. */
function found(spoil, types = ['Memo.New']) {
  const files = { Memo: memo(), 'Memo.New': written() };
  spoil(files);
  const shared = { subgraph: null, name: 'event', file: 'event.json', schema: { $id: 'urn:missionbrief:event' } };
  const own = Object.entries(files).map(([name, schema]) => ({ subgraph: 'sample', name, file: `${name}.json`, schema }));
  return flawsOf('sample', types, [shared, ...own]);
}

test('nothing is wrong with a sample', () => {
  assert.deepEqual(found(() => {}), []);
});

const mistakes = {
  'a constant without a schema': [() => {}, /Memo\.Burnt\.json is missing/, ['Memo.New', 'Memo.Burnt']],
  'a schema without a constant': [() => {}, /no code has the event type Memo\.New/, []],
  'another id': [({ Memo }) => (Memo.$id = 'urn:missionbrief:sample:Note'), /\$id is urn:missionbrief:sample:Note/],
  'a property without a description': [({ Memo }) => delete Memo.properties.body.description, /\/body has no description/],
  'a part without a description': [({ Memo }) => delete Memo.properties.lines.items.properties.net.description, /\/lines\/items\/net has no/],
  'an event without a description': [(files) => delete files['Memo.New'].description, /the schema has no description/],
  'a property that may be left out': [({ Memo }) => Memo.required.pop(), /\/lines is not required/],
  'a property of a part that may be left out': [({ Memo }) => Memo.properties.lines.items.required.pop(), /\/lines\/items\/net is not required/],
  'a requirement of nothing': [({ Memo }) => Memo.required.push('mood'), /\/mood is required and not declared/],
  'a reference to nothing': [({ Memo }) => (Memo.properties.body.$ref = 'urn:missionbrief:secret'), /refers to urn:missionbrief:secret/],
  'the event of another object': [(files) => (files['Memo.New'].properties.objectType.const = 'Note'), /"objectType": \{ "const": "Memo" \}/],
  'the state of another object': [(files) => delete files['Memo.New'].properties.state, /"state": \{ "\$ref": "urn:missionbrief:sample:Memo" \}/],
  'an event of its own making': [(files) => delete files['Memo.New'].$ref, /"\$ref": "urn:missionbrief:event"/],
};

for (const [mistake, [spoil, message, types]] of Object.entries(mistakes)) {
  test(`${mistake} is found`, () => {
    const flaws = found(spoil, types);

    assert.ok(flaws.some((flaw) => message.test(flaw)), flaws.join('\n'));
  });
}

test('a field that came later may be left out', () => {
  assert.deepEqual(found(({ Memo }) => (Memo.properties.mood = { description: 'How it sounds.', $comment: 'Since 1.1' })), []);
});

function validatorOf(all) {
  const validator = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false, strictTypes: false });
  addFormats(validator);
  all.forEach(({ schema }) => validator.addSchema(schema));
  return validator;
}
