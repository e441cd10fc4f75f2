import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { noWorkspace } from '../lead-import/door.mjs';
import { Progress } from '../lead-import/progress.mjs';
import { asCsv } from '../lead-import/report.mjs';
import { failure, outcome, outOfSight, reportBeginning } from '../lead-import/summary.mjs';
import { size } from '../lead-import/terminal.mjs';
import { upload } from '../lead-import/upload.mjs';
import { Watch } from '../lead-import/watch.mjs';

const main = path.resolve(import.meta.dirname, '../main.mjs');
const examples = path.resolve(import.meta.dirname, '../../examples');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mission-import-'));

after(() => fs.rmSync(folder, { recursive: true }));

function written(name, content) {
  const file = path.join(folder, name);
  fs.writeFileSync(file, content);
  return file;
}

const example = path.join(examples, 'sample-leads.mapping.yaml');
const nothing = { MISSION_STATE: path.join(folder, 'no-stack') };
const refusals = [
  ['a missing file', ['nowhere.csv', '--mapping', example], /nowhere\.csv is not there\./],
  ['a folder', [folder, '--mapping', example], /is a folder: give a CSV file\./],
  ['an empty file', [written('empty.csv', ''), '--mapping', example], /empty\.csv is empty: the first line/],
  ['a missing mapping', [written('some.csv', 'a\n'), '--mapping', 'nowhere.yaml'], /the mapping nowhere\.yaml is not there\./],
  ['a folder as mapping', [written('some.csv', 'a\n'), '--mapping', folder], /is a folder\./],
  ['no mapping', [written('some.csv', 'a\n')], /--mapping M is needed, or --continue ID/],
  ['a strange id', [written('some.csv', 'a\n'), '--continue', '17'], /'17' is no id of an import/],
  ['a report in no folder', [written('some.csv', 'a\n'), '--mapping', example, '--report', 'no/where.csv'], /the folder no is not there/],
  ['no stack', [written('some.csv', 'a\n'), '--mapping', example], /nothing runs here\. Start it with \.\/mission up/],
];

for (const [mistake, args, message] of refusals) {
  test(`an import with ${mistake} is refused before anything is started`, () => {
    const { status, stderr } = spawnSync(process.execPath, [main, 'import', 'leads', ...args, '--workspace', '1001'], {
      encoding: 'utf8',
      cwd: folder,
      env: { ...process.env, ...nothing },
    });

    assert.match(stderr, message);
    assert.match(stderr, /^mission: [^\n]+\n$/);
    assert.ok(status > 0);
  });
}

class Terminal {
  text = '';

  constructor(columns) {
    Object.assign(this, columns === undefined ? {} : { isTTY: true, columns });
  }

  write(text) {
    this.text += text;
  }
}

const step = { status: 'RUNNING', linesRead: 4500, created: 4480, duplicates: 12, rejected: 8, lastCommittedLine: 4501, version: 3 };
const beginning = { linesRead: 0, created: 0, duplicates: 0, rejected: 0 };

test('on a terminal one line is written over', () => {
  const terminal = new Terminal(100);
  let now = 0;
  const progress = new Progress(terminal, { size: 1000 }, beginning, () => now);
  now = 3000;

  progress.sent(480);
  progress.step(step);
  progress.end();

  const lines = terminal.text.split('\r').map((line) => line.replace('\u001B[K', ''));
  assert.deepEqual(lines.slice(2), ['  48 % sent, 4,500 lines, 1,500 a second: 4,480 created, 12 duplicates, 8 rejected', '']);
});

test('on a narrow terminal the line does not wrap', () => {
  const terminal = new Terminal(20);
  const progress = new Progress(terminal, { size: 1000 }, beginning, () => 0);

  progress.step(step);

  assert.equal(terminal.text.replace('\r', '').replace('\u001B[K', '').length, 19);
});

test('elsewhere a line is written now and then', () => {
  const terminal = new Terminal();
  let now = 0;
  const progress = new Progress(terminal, { size: 1000 }, beginning, () => now);

  for (now = 0; now <= 11_000; now += 100) {
    progress.sent(1);
  }
  progress.end();

  assert.equal(terminal.text.split('\n').length, 3);
  assert.doesNotMatch(terminal.text, /\r|\u001B/);
});

test('the speed of a continued import is that of now', () => {
  const terminal = new Terminal(100);
  let now = 0;
  const progress = new Progress(terminal, { size: 1000 }, { ...beginning, linesRead: 4000 }, () => now);
  now = 1000;

  progress.step(step);

  assert.match(terminal.text, /4,500 lines, 500 a second/);
});

test('a size is told in a unit that fits', () => {
  assert.deepEqual([0, 1, 999, 1000, 2_400_000, 5_000_000_000].map(size), ['0 bytes', '1 byte', '999 bytes', '1.0 KB', '2.4 MB', '5.0 GB']);
});

const outcomes = [
  ['a lead', { linesRead: 3, created: 1, duplicates: 1, rejected: 1 }, /Completed: 3 lines in 2\.0 s\.\n\n {2}1 {2}created\n {2}1 {2}duplicate\n {2}1 {2}rejected$/],
  ['duplicates alone', { linesRead: 9240, created: 0, duplicates: 9240, rejected: 0 }, /It adds nothing: all 9,240 lines are there already\.$/],
  ['no lead', { linesRead: 5, created: 0, duplicates: 3, rejected: 2 }, /It adds nothing: 3 lines are there already, 2 lines are rejected\.$/],
  ['a single line', { linesRead: 1, created: 1, duplicates: 0, rejected: 0 }, /^Completed: 1 line in 2\.0 s\./],
  ['a single line again', { linesRead: 1, created: 0, duplicates: 1, rejected: 0 }, /It adds nothing: its only line is there already\.$/],
  ['a single wrong line', { linesRead: 1, created: 0, duplicates: 0, rejected: 1 }, /It adds nothing: 1 line is rejected\.$/],
  ['no line', beginning, /It adds nothing: below the names of the columns the file has no line\.$/],
];

for (const [what, done, message] of outcomes) {
  test(`an import of ${what} says what it did`, () => {
    assert.match(outcome(done, 2).join('\n'), message);
  });
}

test('where there is no demo data, its workspaces are not said to be there', () => {
  assert.equal(noWorkspace('acme', true), "there is no workspace 'acme' here. Those of the demo data are 1001 and 1002.");
  assert.equal(
    noWorkspace('1001', false),
    "there is no workspace '1001' here, and no demo data. To have it made, with the workspaces 1001 and 1002: ./mission down, then ./mission up.",
  );
});

test('a failed import says where it stands and how it goes on', () => {
  const cut = { code: 'CONNECTION_CUT', line: null, message: 'The upload ended early.' };

  assert.equal(
    failure({ ...step, failure: cut }, './mission import ...'),
    'the import failed (CONNECTION_CUT): The upload ended early.\n' +
      'Everything up to line 4,501 is done: 4,480 leads are made. Go on with:\n  ./mission import ...',
  );
});

test('a single lead is told as one', () => {
  const told = failure({ ...step, lastCommittedLine: 2, created: 1, failure: { code: 'CONNECTION_CUT', message: 'Cut.' } }, 'x');

  assert.match(told, /Everything up to line 2 is done: 1 lead is made\./);
});

test('of an import that is out of sight it is not said what is done', () => {
  assert.equal(
    outOfSight('The subgraph leads does not answer.', './mission import ...'),
    'nothing is heard of the import any more: The subgraph leads does not answer. Every line that is committed stays. ' +
      './mission up starts again what is down. Then go on with:\n  ./mission import ...',
  );
});

test('an import that failed by its first line is not to be continued', () => {
  const wrong = { code: 'NO_HEADER', line: 1, message: 'There is no column E-mail.' };

  assert.equal(
    failure({ ...step, lastCommittedLine: 0, failure: wrong }, './mission import ...'),
    'the import failed at line 1 (NO_HEADER): There is no column E-mail.\nNo line was imported. Put it right and import again.',
  );
});

const entry = { line: 7, column: 'E-mail', value: 'ada(at)example.com', code: 'INVALID_VALUE', reason: 'No address.', duplicateOf: null };

test('the beginning of a report is a table, after the totals of each kind', () => {
  const duplicate = { line: 1200, column: null, value: null, code: 'DUPLICATE', reason: 'There already.', duplicateOf: { reference: 'AB-1' } };
  const report = { nodes: [entry, duplicate], total: 12, totals: [['DUPLICATE', 11], ['INVALID_VALUE', 1]] };

  assert.deepEqual(reportBeginning(report, 'All of it: x'), [
    '',
    'What became no lead:',
    '',
    '  11  DUPLICATE',
    '   1  INVALID_VALUE',
    '',
    '   line  column  value               code           reason',
    '      7  E-mail  ada(at)example.com  INVALID_VALUE  No address.',
    '  1,200                              DUPLICATE      There already. (AB-1)',
    '',
    'The first 2 of 12. All of it: x',
  ]);
});

test('a terminal obeys nothing that stands in a file', () => {
  const evil = { ...entry, value: 'a\u001B[2Jb\u202Ec\r\nd', column: '\u0007' };
  const text = reportBeginning({ nodes: [evil], total: 1, totals: [['INVALID_VALUE', 1]] }, '').join('\n');

  assert.doesNotMatch(text, /[\u001B\u202E\u0007\r]/);
  assert.match(text, /a·\[2Jb·c··d/);
});

test('nothing is said of an empty report', () => {
  assert.deepEqual(reportBeginning({ nodes: [], total: 0, totals: [] }, ''), []);
});

const cells = [
  ['plain', 'plain'],
  ['a, b', '"a, b"'],
  ['a "b"', '"a ""b"""'],
  ['a\r\nb', '"a\r\nb"'],
  ['=1+1', `"'=1+1"`],
  ['+49 30', `"'+49 30"`],
  ['-1', `"'-1"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\tx', `"'\tx"`],
  ['＝1+1', `"'＝1+1"`],
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  [null, ''],
];

for (const [value, written] of cells) {
  test(`a report as CSV writes ${JSON.stringify(value)} so that a spreadsheet takes it for a text`, async () => {
    const lines = await all(asCsv([{ ...entry, value }]));

    assert.deepEqual(lines, ['line,column,value,code,reason,duplicate of\r\n', `7,E-mail,${written},INVALID_VALUE,No address.,\r\n`]);
  });
}

async function all(lines) {
  const found = [];
  for await (const line of lines) {
    found.push(line);
  }
  return found;
}

/** A server that does with an upload what it is told to. */
async function serving(handle) {
  const server = http.createServer(handle);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => server.close());
  return { url: `http://127.0.0.1:${server.address().port}/upload`, method: 'PUT', headers: [{ name: 'content-type', value: 'text/csv' }] };
}

const big = { path: written('big.csv', 'x'.repeat(8_000_000)), size: 8_000_000 };

test('a file is sent whole, with its length and the headers that are asked for', async () => {
  let request;
  let received = 0;
  const target = await serving((arrived, response) => {
    request = arrived;
    arrived.on('data', (chunk) => (received += chunk.length)).on('end', () => response.end('{}'));
  });
  let sent = 0;

  const answer = await upload(target, big, new AbortController().signal, (bytes) => (sent += bytes));

  assert.equal(answer.status, 200);
  assert.deepEqual([received, sent], [big.size, big.size]);
  assert.equal(request.method, 'PUT');
  assert.deepEqual(Object.keys(request.headers).sort(), ['connection', 'content-length', 'content-type', 'host']);
  assert.equal(request.headers['content-length'], String(big.size));
});

test('what grows meanwhile is not sent', async () => {
  let received = 0;
  const target = await serving((arrived, response) => {
    arrived.on('data', (chunk) => (received += chunk.length)).on('end', () => response.end('{}'));
  });

  await upload(target, { ...big, size: 1000 }, new AbortController().signal, () => {});

  assert.equal(received, 1000);
});

test('a refusal in the middle of an upload is told', async () => {
  const target = await serving((arrived, response) => {
    response.writeHead(404, { 'content-type': 'application/json' });
    response.end('{"errors":[{"message":"There is no such address."}]}');
    arrived.resume();
  });

  const answer = await upload(target, big, new AbortController().signal, () => {});

  assert.deepEqual(answer, { status: 404, message: 'There is no such address.' });
});

test('a cut upload ends, and says so', async () => {
  const cut = new AbortController();
  const target = await serving(() => cut.abort());

  assert.ok((await upload(target, big, cut.signal, () => {})).broken);
});

test('an upload to nobody says why it did not begin', async () => {
  const answer = await upload({ url: 'http://127.0.0.1:1/', method: 'PUT', headers: [] }, big, new AbortController().signal, () => {});

  assert.equal(answer.broken, 'ECONNREFUSED');
});

test('where no stream is to be had, the import is asked until it ends', async () => {
  const answers = [{ ...step, version: 2 }, { ...step, version: 2 }, { ...step, version: 4, status: 'COMPLETED' }];
  const told = [];
  const door = { url: 'http://127.0.0.1:1/graphql', token: async () => 'none', ask: async () => ({ leadImport: answers.shift() }) };
  const watch = new Watch(door, { ...step, id: '1', version: 1 }, ({ version }) => told.push(version));
  after(() => watch.close());

  await watch.begin();
  const { status } = await watch.ended;
  watch.close();

  assert.equal(status, 'COMPLETED');
  assert.deepEqual(told, [2, 4]);
});
