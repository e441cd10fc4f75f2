import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { lossesBetween } from '../event-history.mjs';
import { eventSchemas, eventSchemasAt } from '../event-schemas.mjs';

const FILE = 'subgraph-sample/src/main/resources/events/sample/Memo.json';

const memo = () => ({
  $id: 'urn:missionbrief:sample:Memo',
  description: 'Something written down.',
  type: 'object',
  properties: {
    body: { type: ['string', 'null'], description: 'What it says.' },
    author: { $ref: 'urn:missionbrief:sealed', description: 'Who wrote it.' },
    status: { enum: ['OPEN', 'DONE'], description: 'How far it is.' },
    due: { type: 'string', format: 'date-time', description: 'When it is due.' },
    pinned: { type: 'boolean', description: 'Whether it is shown first.', $comment: 'Since 1.1' },
    lines: { type: 'array', items: { type: 'object', properties: { net: { type: 'integer' } }, required: ['net'] } },
    other: { type: 'object', additionalProperties: { type: 'string' } },
  },
  required: ['body', 'author', 'status', 'due', 'lines', 'other'],
});

function lossesAfter(change) {
  const after = memo();
  change(after, after.properties);
  const of = (schema) => [{ file: FILE, subgraph: 'sample', name: 'Memo', schema }];
  return lossesBetween(of(memo()), of(after)).map((loss) => loss.replace(`${FILE}: `, ''));
}

const gains = {
  nothing: () => {},
  'other words': (one, { body }) => Object.assign(body, { description: 'The text.', title: 'Text', examples: ['x'], deprecated: true }),
  'another order': (one, { body, status }) => (body.type.reverse(), status.enum.reverse(), one.required.reverse()),
  'a field that may be left out': (one, properties) => (properties.mood = { type: 'string' }),
  'such a field in a part': (one, { lines }) => (lines.items.properties.gross = { type: 'integer' }),
};

for (const [gain, change] of Object.entries(gains)) {
  test(`${gain} is allowed`, () => assert.deepEqual(lossesAfter(change), []));
}

const losses = {
  'a field that is gone': [(one, properties) => delete properties.pinned, '/pinned is gone'],
  'a field of another name': [(one, properties) => ((properties.shown = properties.pinned), delete properties.pinned), '/pinned is gone'],
  'a field of a part that is gone': [(one, { lines }) => delete lines.items.properties.net, '/lines/items/net is gone'],
  'another type': [(one, { pinned }) => (pinned.type = 'string'), '/pinned had type "boolean" and has "string"'],
  'a further type': [(one, { due }) => (due.type = ['string', 'null']), '/due had type "string" and has ["string","null"]'],
  'a type less, which older events have': [(one, { body }) => (body.type = 'string'), '/body had type ["string","null"] and has "string"'],
  'another type in a part': [(one, { lines }) => (lines.items.properties.net.type = 'number'), '/lines/items/net had type "integer" and has "number"'],
  'another type of what has any name': [(one, { other }) => (other.additionalProperties.type = 'integer'), '/other/* had type "string" and has "integer"'],
  'a value that readers do not know': [(one, { status }) => status.enum.push('LOST'), '/status had enum ["OPEN","DONE"] and has ["OPEN","DONE","LOST"]'],
  'a value less, which older events have': [(one, { status }) => status.enum.pop(), '/status had enum ["OPEN","DONE"] and has ["OPEN"]'],
  'another format': [(one, { due }) => (due.format = 'date'), '/due had format "date-time" and has "date"'],
  'a new limit': [(one, { body }) => (body.maxLength = 9), '/body had maxLength none and has 9'],
  'what was sealed and is readable': [(one, { author }) => ((author.type = 'string'), delete author.$ref), '/author had $ref "urn:missionbrief:sealed" and has none'],
  'a field that is no longer always there': [(one) => one.required.shift(), '/body was always there and may be left out now'],
  'a field that older events lack': [(one) => one.required.push('pinned'), '/pinned is required, and older events lack it'],
  'a new field that older events lack': [(one, properties) => ((properties.mood = {}), one.required.push('mood')), '/mood is required, and older events lack it'],
  'a closed object': [(one) => (one.additionalProperties = false), '/* was true and is false'],
  'another id': [(one) => (one.$id = 'urn:missionbrief:sample:Note'), 'urn:missionbrief:sample:Memo is gone, and events that need it stay in the log'],
};

for (const [loss, [change, message]] of Object.entries(losses)) {
  test(`${loss} is refused`, () => {
    const found = lossesAfter(change);

    assert.ok(found.includes(message), found.join('\n'));
  });
}

test('a revision of git is compared with the working tree', (t) => {
  const root = mkdtempSync(path.join(tmpdir(), 'events-'));
  t.after(() => rmSync(root, { recursive: true }));
  const git = (...args) => execFileSync('git', ['-c', 'user.name=ann', '-c', 'user.email=ann@example.org', ...args], { cwd: root });
  const write = (schema) => writeFileSync(path.join(root, FILE), JSON.stringify(schema));
  mkdirSync(path.dirname(path.join(root, FILE)), { recursive: true });
  write(memo());
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'Write memos');
  const { pinned, ...rest } = memo().properties;
  write({ ...memo(), properties: rest });

  assert.ok(pinned);
  assert.deepEqual(lossesBetween(eventSchemasAt(root, 'HEAD'), eventSchemas(root)), [`${FILE}: /pinned is gone`]);
  assert.throws(() => eventSchemasAt(root, 'v9'));
});
