import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { duplicateKeys, fieldNames } from '../lead-import/field-names.mjs';
import { readMapping } from '../lead-import/mapping-file.mjs';

const examples = path.resolve(import.meta.dirname, '../../examples');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mission-mapping-'));

after(() => fs.rmSync(folder, { recursive: true }));

function mappingOf(text) {
  const file = path.join(folder, 'a.yaml');
  fs.writeFileSync(file, text);
  return readMapping(file);
}

test('a mapping becomes what the API takes', () => {
  const { input } = mappingOf(`
fields:
  email: E-mail
  status: { column: Converted, values: { "1": WON, 0: NEW }, otherwise: CONTACTED }
  company: { constant: 007 }
  tags: { column: Tags, separator: ";" }
  fields.city: City
absent: [Select, no]
duplicatesBy: [externalReference, email]
encoding: windows-1252
delimiter: "\\t"
phoneRegion: NO
`);

  assert.deepEqual(input, {
    fields: [
      { field: 'EMAIL', column: 'E-mail' },
      { field: 'STATUS', column: 'Converted', values: [{ from: '0', to: 'NEW' }, { from: '1', to: 'WON' }], otherwise: 'CONTACTED' },
      { field: 'COMPANY', constant: '007' },
      { field: 'TAGS', column: 'Tags', separator: ';' },
      { field: 'FIELD', key: 'city', column: 'City' },
    ],
    absent: ['Select', 'no'],
    duplicatesBy: ['EXTERNAL_REFERENCE', 'EMAIL'],
    encoding: 'WINDOWS_1252',
    delimiter: '\t',
    phoneRegion: 'NO',
  });
});

test('a mapping may be JSON, and what is null in it is not given', () => {
  assert.deepEqual(mappingOf('{"fields": {"email": "E-mail"}, "absent": null}').input, { fields: [{ field: 'EMAIL', column: 'E-mail' }] });
});

test('each field that an import can fill can be named, and docs/import.md tells of it', () => {
  const page = fs.readFileSync(path.resolve(import.meta.dirname, '../../../docs/import.md'), 'utf8');
  const fields = Object.keys(fieldNames);

  assert.deepEqual(duplicateKeys, { externalReference: 'EXTERNAL_REFERENCE', email: 'EMAIL', phone: 'PHONE' });
  assert.equal(fieldNames.consentSource, 'CONSENT_SOURCE');
  assert.deepEqual(fields.filter((field) => !page.includes(`\`${field}\``)), [], 'docs/import.md lacks these: add them to its table');
});

for (const example of fs.readdirSync(examples).filter((name) => name.endsWith('.yaml'))) {
  test(`the example ${example} is a mapping`, () => {
    assert.ok(readMapping(path.join(examples, example)).input.fields.length > 5);
  });
}

const mistakes = [
  ['nothing', '', /it is not a map of fields, absent, /],
  ['a list', '[email]', /it is not a map of fields, /],
  ['no YAML', 'fields: {', /is no YAML:\n.*line 1/],
  ['a key twice', 'fields:\n  email: A\n  email: B', /is no YAML:\n.*unique at line 3/],
  ['no fields', 'absent: [x]', /fields is missing/],
  ['empty fields', 'fields: {}', /line 1, fields names no field/],
  ['a slip in a key', 'fields: { email: A }\nabsnt: [x]', /line 2, absnt is not known here: did you mean absent\?/],
  ['an unknown key', 'fields: { email: A }\ncolour: red', /line 2, colour is not known here: there are fields, absent/],
  ['a slip in a field', 'fields:\n  emial: A', /line 2, fields\.emial is no field: did you mean email\?/],
  ['a field as the API writes it', 'fields: { EXTERNAL_REFERENCE: A }', /did you mean externalReference\?/],
  ['an unknown field', 'fields: { city: A }', /fields\.city is no field: the fields are name, .*such as fields\.city/],
  ['an unknown key of a field', 'fields: { email: { colum: A } }', /fields\.email\.colum is not known here: did you mean column\?/],
  ['an empty field', 'fields:\n  email:', /line 2, fields\.email is empty: name the column/],
  ['a field of a list', 'fields: { email: [A] }', /fields\.email is not a column, or a map of column, constant/],
  ['column and constant', 'fields: { email: { column: A, constant: B } }', /fields\.email needs a column or a constant, one of the two/],
  ['neither', 'fields: { email: { otherwise: A } }', /fields\.email needs a column or a constant/],
  ['values of a constant', 'fields: { email: { constant: A, values: { a: b } } }', /values and otherwise go with a column/],
  ['a value of nothing', 'fields:\n  source:\n    column: A\n    values:\n      Olark Chat:', /line 5, fields\.source\.values\."Olark Chat" is no value/],
  ['values that are a list', 'fields: { source: { column: A, values: [a] } }', /fields\.source\.values is not a map of names and values/],
  ['a separator of an address', 'fields: { email: { column: A, separator: x } }', /separator is for tags alone/],
  ['a word for a list', 'fields: { email: A }\nabsent: Select', /line 2, absent is not a list/],
  ['an unknown duplicate key', 'fields: { email: A }\nduplicatesBy: [emial]', /duplicatesBy\[0\] 'emial' is not known: did you mean email\?/],
  ['an unknown encoding', 'fields: { email: A }\nencoding: UTF8', /encoding 'UTF8' is not known: did you mean UTF-8\?/],
  ['a long delimiter', 'fields: { email: A }\ndelimiter: tab', /delimiter is one character/],
  ['a country by its name', 'fields: { email: A }\nphoneRegion: Norway', /phoneRegion is a country of two capital letters/],
];

for (const [mistake, text, message] of mistakes) {
  test(`a mapping with ${mistake} is refused by its place`, () => {
    assert.throws(() => mappingOf(text), { name: 'Error', exitCode: 2, message });
  });
}

test('each mistake of a mapping is told', () => {
  assert.throws(() => mappingOf('fields: { emial: A }\nabsnt: [x]'), (error) => error.message.split('\n').length === 3);
});

test('what the API is not content with is told by its place in the mapping', () => {
  const mapping = mappingOf(`
fields:
  email: E-mail
  source:
    column: Lead Source
    values:
      Olark Chat: WEBSIDE
absent: [x, y]
`);
  const place = (...field) => mapping.placeOf(['input', 'mapping', ...field]);

  assert.equal(place('fields', '0', 'column'), 'line 3, fields.email');
  assert.equal(place('fields', '1', 'column'), 'line 5, fields.source.column');
  assert.equal(place('fields', '1', 'values', '0', 'to'), 'line 7, fields.source.values."Olark Chat"');
  assert.equal(place('absent', '1'), 'line 8, absent[1]');
  assert.equal(place('fields'), 'line 2, fields');
  assert.equal(mapping.placeOf(['input', 'fileName']), undefined);
});
