import { LineCounter, parseDocument } from 'yaml';
import { nearest } from '../nearest.mjs';
import { Problem } from '../problem.mjs';

const MISTAKES_TOLD = 10;

/** The text of a mapping file: its values by their places, and what is wrong at which place. */
export class MappingText {
  #file;
  #document;
  #lines = new LineCounter();
  #mistakes = [];
  #content;

  constructor(file, text) {
    this.#file = file;
    // Failsafe: 007, 1.10 and yes are what is written, as in the cells that they are compared with.
    this.#document = parseDocument(text, {
      schema: 'failsafe',
      customTags: ['null'],
      lineCounter: this.#lines,
      prettyErrors: true,
    });
    this.#content = withoutNulls(this.#parsed());
  }

  #parsed() {
    try {
      if (this.#document.errors.length > 0) {
        throw this.#document.errors[0];
      }
      return this.#document.toJS();
    } catch (error) {
      throw this.#problem([error.message.split('\n')[0].replace(/:$/, '')], 'is no YAML');
    }
  }

  /**
   * The map at a place.
   *
   * @param {(string | number)[]} at keys of maps, and numbers of entries of lists
   * @param {string[]} [known] the only keys that it may have
   * @param {string} [wanted] what may stand there, before the keys
   */
  mapAt(at, known, wanted = 'a map of') {
    const map = at.reduce((value, key) => value?.[key], this.#content);
    if (map === null || typeof map !== 'object' || Array.isArray(map)) {
      this.wrong(at, `is not ${wanted} ${known ? known.join(', ') : 'names and values'}`);
      return undefined;
    }
    for (const key of known ? Object.keys(map).filter((name) => !known.includes(name)) : []) {
      const meant = nearest(key, known);
      this.wrong([...at, key], `is not known here: ${meant ? `did you mean ${meant}?` : `there are ${known.join(', ')}`}`);
    }
    return map;
  }

  /** The list of words at a place, or undefined when there is none. */
  listAt(at, value) {
    if (value === undefined) {
      return undefined;
    }
    if (!Array.isArray(value)) {
      this.wrong(at, 'is not a list, such as [one, two]');
      return undefined;
    }
    return value.map((entry, index) => this.wordAt([...at, index], entry ?? '') ?? '');
  }

  /** The text at a place, or undefined when there is none. */
  wordAt(at, value) {
    if (value !== undefined && typeof value !== 'string') {
      this.wrong(at, 'is not a single value');
      return undefined;
    }
    return value;
  }

  wrong(at, message) {
    this.#mistakes.push(at.length === 0 ? message.replace(/^is /, 'it is ') : `${this.place(at)} ${message}`);
  }

  /** A place as a person finds it: the line, and the keys that lead there. */
  place(at) {
    const line = this.#lineOf(at);
    return `${line === undefined ? '' : `line ${line}, `}${at.map(segment).join('')}`;
  }

  #lineOf(at) {
    for (let depth = at.length; depth > 0; depth--) {
      const offset = this.#offsetOf(at.slice(0, depth));
      if (offset !== undefined) {
        return this.#lines.linePos(offset).line;
      }
    }
    return undefined;
  }

  /** Where a key, or an entry of a list, begins. */
  #offsetOf(at) {
    const key = at.at(-1);
    const parent = at.length === 1 ? this.#document.contents : this.#document.getIn(at.slice(0, -1), true);
    const item = parent?.items?.find((pair, index) => (pair.key ? (pair.key.value ?? '') : index) === key);
    return (item?.key ?? item)?.range?.[0];
  }

  refuseMistakes() {
    if (this.#mistakes.length > 0) {
      throw this.#problem(this.#mistakes, 'cannot be used');
    }
  }

  #problem(mistakes, verdict) {
    const told = mistakes.slice(0, MISTAKES_TOLD);
    const more = mistakes.length - told.length;
    const lines = [...told, ...(more > 0 ? [`and ${more} more`] : [])].map((mistake) => `\n  ${mistake}`);
    return new Problem(`the mapping ${this.#file} ${verdict}:${lines.join('')}`, 2);
  }
}

function segment(key, index) {
  if (typeof key === 'number') {
    return `[${key}]`;
  }
  return `${index === 0 ? '' : '.'}${/^[\p{L}\p{N}_-]+$/u.test(key) ? key : JSON.stringify(key)}`;
}

/** What is written as null, or not at all, is not given. */
function withoutNulls(value) {
  if (value === null || typeof value !== 'object') {
    return value ?? undefined;
  }
  if (Array.isArray(value)) {
    return value.map(withoutNulls);
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutNulls(inner)]));
}
