import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import asyncApi from '@asyncapi/specs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { asyncApiOf } from '../async-api.mjs';
import { run } from '../event-docs.mjs';
import { eventPageOf } from '../event-page.mjs';
import { eventSchemas, isEvent } from '../event-schemas.mjs';
import { subgraphsOf } from '../subgraphs.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const schemas = eventSchemas(root);
const isAsyncApi = validator().compile(asyncApi.schemasWithoutId['3.0.0']);

test('the committed pages are what the schemas of events say', () => {
  const lines = [];

  const code = run(['--check'], { out: () => {}, err: (line) => lines.push(line) });

  assert.equal(code, 0, lines.join('\n'));
});

test('there are pages of no other subgraphs, and the first page leads to all', () => {
  const wanted = subgraphsOf(root).flatMap((name) => [`${name}.asyncapi.json`, `${name}.md`]);
  const first = readFileSync(path.join(root, 'docs/events/README.md'), 'utf8');

  assert.deepEqual(readdirSync(path.join(root, 'docs/events')).sort(), ['README.md', ...wanted].sort());
  for (const name of subgraphsOf(root)) {
    assert.ok(first.includes(`](${name}.md)`), `docs/events/README.md: write a line with [${name}](${name}.md)`);
  }
});

for (const subgraph of subgraphsOf(root)) {
  const document = asyncApiOf(subgraph, schemas);

  test(`what ${subgraph} publishes is a document of AsyncAPI 3`, () => {
    assert.ok(isAsyncApi(document), JSON.stringify(isAsyncApi.errors, null, 2));
    assert.deepEqual(referencesOf(document).filter((reference) => placeIn(document, reference) === undefined), []);
  });

  test(`the page of ${subgraph} has each event and each field`, () => {
    const page = eventPageOf(subgraph, schemas);
    const own = schemas.filter((one) => one.subgraph === subgraph);
    const names = own.flatMap((one) => (isEvent(one) ? [one.name] : Object.keys(one.schema.properties)));

    assert.deepEqual(names.filter((name) => !page.includes(`| \`${name}\` |`)), []);
  });
}

test('a document that is none of AsyncAPI is found', () => {
  const { title, ...info } = asyncApiOf('plans', schemas).info;

  assert.ok(title);
  assert.equal(isAsyncApi({ ...asyncApiOf('plans', schemas), info }), false);
});

test('a reference to nothing is found', () => {
  assert.equal(placeIn(asyncApiOf('plans', []), '#/components/schemas/message'), undefined);
});

const ID = '0198a0c2-7d1e-7c3a-9d55-1f1f6a1f0001';
const message = () => ({
  specversion: '1.0',
  id: ID,
  source: '/missionbrief/plans',
  type: 'WorkspaceProduct.Detached',
  subject: ID,
  time: '2026-05-04T10:11:12.131415Z',
  datacontenttype: 'application/json',
  dataschema: 'urn:missionbrief:plans:WorkspaceProduct.Detached',
  workspaceid: '1001',
  epoch: '656d37a6d1e3',
  position: '4711',
  workspaceposition: '17',
  lane: 'NORMAL',
  data: {
    actor: 'ann',
    objectType: 'WorkspaceProduct',
    objectId: ID,
    objectVersion: 2,
    state: { id: ID, productId: ID, enabled: false, version: 2, createdAt: '2026-05-04T10:11:12Z', updatedAt: '2026-05-04T10:11:12Z' },
    changes: { enabled: { before: true, after: false } },
  },
});

const spoilt = {
  nothing: [() => {}, true],
  'a reference in the place of its data': [(one) => (delete one.data, (one.dataref = '/events/656d37a6d1e3.4711')), true],
  'a field that nobody knows yet': [({ data }) => (data.state.mood = 1), true],
  'another type': [(one) => (one.type = 'Plan.Created'), false],
  'another subgraph': [(one) => (one.source = '/missionbrief/leads'), false],
  'a position that is a number': [(one) => (one.position = 4711), false],
  'no workspace': [(one) => delete one.workspaceid, false],
  'no state': [({ data }) => delete data.state, false],
  'a field that is missing from the state': [({ data }) => delete data.state.enabled, false],
  'a value of another type': [({ data }) => (data.state.enabled = 'no'), false],
  'a change that always happens missing': [({ data }) => (data.changes = {}), false],
};

for (const [what, [spoil, valid]] of Object.entries(spoilt)) {
  test(`a message with ${what} is ${valid ? 'one' : 'none'} by the document`, () => {
    const one = message();
    spoil(one);
    const { id, ...document } = asyncApiOf('plans', schemas); // An id is a keyword of schemas, and another thing there.
    const isMessage = validator()
      .addSchema(document, 'document')
      .compile({ $ref: 'document#/components/messages/WorkspaceProduct.Detached/payload' });

    assert.ok(id);
    assert.equal(isMessage(one), valid, JSON.stringify(isMessage.errors));
  });
}

/** AsyncAPI's own schema has keywords and formats that ajv does not know. */
function validator() {
  const ajv = new Ajv({ strict: false, validateFormats: true, logger: false });
  addFormats(ajv);
  return ajv;
}

function referencesOf(part) {
  if (typeof part !== 'object' || part === null) {
    return [];
  }
  return Object.entries(part).flatMap(([key, value]) => (key === '$ref' ? [value] : referencesOf(value)));
}

const placeIn = (document, reference) =>
  reference
    .split('/')
    .slice(1)
    .reduce((part, step) => part?.[step], document);
