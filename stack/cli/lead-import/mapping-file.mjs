import fs from 'node:fs';
import { nearest } from '../nearest.mjs';
import { Problem } from '../problem.mjs';
import { duplicateKeys, fieldNames } from './field-names.mjs';
import { MappingText } from './mapping-text.mjs';

const OWN_FIELD = 'fields.';

const encodings = { 'UTF-8': 'UTF_8', 'ISO-8859-1': 'ISO_8859_1', 'WINDOWS-1252': 'WINDOWS_1252' };
const topKeys = ['fields', 'absent', 'duplicatesBy', 'encoding', 'delimiter', 'phoneRegion'];
const fieldKeys = ['column', 'constant', 'values', 'otherwise', 'separator'];

const SIZE_LIMIT = 1024 * 1024;

/**
 * Reads a mapping: YAML (of which JSON is a part) that says which column of a file becomes which field of a lead.
 *
 * @param {string} file
 * @returns {Mapping}
 * @throws {Problem} that names every place that is wrong
 */
export function readMapping(file) {
  const text = new MappingText(file, contentOf(file));
  const mapping = new Mapping(text);
  text.refuseMistakes();
  return mapping;
}

function contentOf(file) {
  try {
    if (fs.statSync(file).size > SIZE_LIMIT) {
      throw new Problem(`the mapping ${file} is larger than 1 MiB. Is it the file with the leads?`, 2);
    }
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    throw error instanceof Problem ? error : new Problem(`the mapping ${file} ${reasonOf(error)}.`, 2);
  }
}

/** Why a file cannot be read, as the end of a sentence. */
export function reasonOf({ code, message }) {
  const reasons = { ENOENT: 'is not there', EISDIR: 'is a folder', EACCES: 'may not be read by you' };
  return reasons[code] ?? `cannot be read: ${message}`;
}

/** What a mapping file says, as the API takes it, and the way back to its places. */
export class Mapping {
  #text;
  #entries;

  /** @param {MappingText} text takes the mistakes */
  constructor(text) {
    this.#text = text;
    const root = text.mapAt([], topKeys);
    this.#entries = root === undefined ? [] : this.#fields(root.fields);
    this.input = root === undefined ? {} : this.#inputOf(root);
  }

  #inputOf(root) {
    return withoutUndefined({
      fields: this.#entries.map(({ input }) => input),
      absent: this.#text.listAt(['absent'], root.absent),
      duplicatesBy: this.#duplicatesBy(root.duplicatesBy),
      encoding: this.#encoding(root.encoding),
      delimiter: this.#delimiter(root.delimiter),
      phoneRegion: this.#phoneRegion(root.phoneRegion),
    });
  }

  /**
   * Where in the file the value stands that the API is not content with.
   *
   * @param {string[]} field path of the input, such as input, mapping, fields, 2, column
   * @returns {string | undefined} undefined when it does not come from this file
   */
  placeOf([input, mapping, ...field]) {
    if (input !== 'input' || mapping !== 'mapping') {
      return undefined;
    }
    return this.#text.place(field[0] === 'fields' ? this.#fieldPath(field.slice(1)) : field.map(numberOfEntry));
  }

  #fieldPath([index, part, value]) {
    const entry = this.#entries[Number(index)];
    if (entry === undefined) {
      return ['fields'];
    }
    const { key, input } = entry;
    const from = part === 'values' ? input.values?.[Number(value)]?.from : undefined;
    const inner = entry.short || !fieldKeys.includes(part) ? [] : [part];
    return ['fields', key, ...inner, ...(from === undefined ? [] : [from])];
  }

  #fields(fields) {
    if (fields === undefined) {
      this.#text.wrong([], 'fields is missing: say which column becomes which field, such as fields: { email: E-mail }');
      return [];
    }
    const entries = Object.entries(this.#text.mapAt(['fields']) ?? {});
    if (entries.length === 0) {
      this.#text.wrong(['fields'], 'names no field. Name at least one, such as email: E-mail');
    }
    return entries.map(([key, value]) => this.#field(key, value));
  }

  #field(key, value) {
    const at = ['fields', key];
    const name = this.#fieldName(key);
    if (typeof value === 'string') {
      return { key, short: true, input: { ...name, column: value } };
    }
    if (value === undefined) {
      this.#text.wrong(at, 'is empty: name the column, or leave the field out');
      return { key, short: true, input: name };
    }
    const parts = this.#text.mapAt(at, fieldKeys, 'a column, or a map of') ?? {};
    const input = withoutUndefined({
      ...name,
      column: this.#text.wordAt([...at, 'column'], parts.column),
      constant: this.#text.wordAt([...at, 'constant'], parts.constant),
      values: parts.values === undefined ? undefined : this.#values([...at, 'values']),
      otherwise: this.#text.wordAt([...at, 'otherwise'], parts.otherwise),
      separator: this.#text.wordAt([...at, 'separator'], parts.separator),
    });
    if (Object.keys(parts).every((part) => fieldKeys.includes(part))) {
      this.#checkParts(at, name, input);
    }
    return { key, short: false, input };
  }

  #fieldName(key) {
    if (key.startsWith(OWN_FIELD) && key.length > OWN_FIELD.length) {
      return { field: 'FIELD', key: key.slice(OWN_FIELD.length) };
    }
    if (!Object.hasOwn(fieldNames, key)) {
      const meant = nearest(key, Object.keys(fieldNames));
      const known = meant ? `did you mean ${meant}?` : `the fields are ${Object.keys(fieldNames).join(', ')}.`;
      this.#text.wrong(['fields', key], `is no field: ${known} What is no field of a lead goes to one of your own, such as ${OWN_FIELD}${ownKey(key)}`);
    }
    return { field: fieldNames[key] };
  }

  #values(at) {
    return Object.entries(this.#text.mapAt(at) ?? {}).map(([from, to]) => {
      if (typeof to !== 'string') {
        this.#text.wrong([...at, from], 'is no value: write what it becomes, or "" for nothing');
      }
      return { from, to };
    });
  }

  #checkParts(at, { field }, { column, constant, values, otherwise, separator }) {
    if ((column === undefined) === (constant === undefined)) {
      this.#text.wrong(at, 'needs a column or a constant, one of the two');
    }
    if (constant !== undefined && (values !== undefined || otherwise !== undefined)) {
      this.#text.wrong(at, 'has a constant: values and otherwise go with a column');
    }
    if (separator !== undefined && field !== 'TAGS') {
      this.#text.wrong([...at, 'separator'], 'is for tags alone, where it stands between two tags');
    }
  }

  #duplicatesBy(given) {
    return this.#text.listAt(['duplicatesBy'], given)?.map((key, index) => this.#known(['duplicatesBy', index], key, duplicateKeys));
  }

  #encoding(given) {
    const encoding = this.#text.wordAt(['encoding'], given);
    return encoding === undefined ? undefined : this.#known(['encoding'], encoding.toUpperCase(), encodings);
  }

  #known(at, word, table) {
    if (!Object.hasOwn(table, word)) {
      const meant = nearest(word, Object.keys(table));
      this.#text.wrong(at, `'${word}' is not known: ${meant ? `did you mean ${meant}?` : `give ${Object.keys(table).join(', ')}.`}`);
    }
    return table[word];
  }

  #delimiter(given) {
    const delimiter = this.#text.wordAt(['delimiter'], given);
    if (delimiter !== undefined && delimiter.length !== 1) {
      this.#text.wrong(['delimiter'], 'is one character, such as ";" or "\\t"');
    }
    return delimiter;
  }

  #phoneRegion(given) {
    const region = this.#text.wordAt(['phoneRegion'], given);
    if (region !== undefined && !/^[A-Z]{2}$/.test(region)) {
      this.#text.wrong(['phoneRegion'], 'is a country of two capital letters, such as DE');
    }
    return region;
  }
}

const numberOfEntry = (segment) => (/^\d+$/.test(segment) ? Number(segment) : segment);

const ownKey = (key) => (key.trim() === '' ? 'city' : key);

const withoutUndefined = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
