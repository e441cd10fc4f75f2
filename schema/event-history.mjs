import { isDeepStrictEqual } from 'node:util';

/** Keywords that are for readers: they may say anything else. */
const WORDS = ['$comment', 'deprecated', 'description', 'examples', 'title'];

/** Keywords whose order says nothing. */
const SETS = ['enum', 'type'];

/** Keywords that are compared part by part. */
const PARTS = ['additionalProperties', 'items', 'properties', 'required'];

/**
 * What was said of events and is no longer true. Events of every release stay in the log and are read again, and consumers
 * of every release read them. So what was said of a field stays as it was, for its old events and for its old readers; an
 * object may gain fields that can be left out, since older events do not have them.
 *
 * @param {import('./event-schemas.mjs').EventSchema[]} before those of an earlier revision
 * @param {import('./event-schemas.mjs').EventSchema[]} after those of now
 * @returns {string[]} a line for each, with file and place; empty when events have only gained
 */
export function lossesBetween(before, after) {
  const now = new Map(after.map((one) => [one.schema.$id, one]));
  return before.flatMap(({ file, schema }) => {
    const present = now.get(schema.$id);
    return present === undefined
      ? [`${file}: ${schema.$id} is gone, and events that need it stay in the log`]
      : lossesOf('', schema, present.schema).map((loss) => `${present.file}: ${loss}`);
  });
}

function lossesOf(place, before, after) {
  if (typeof before !== 'object' || typeof after !== 'object') {
    return isDeepStrictEqual(before, after) ? [] : [`${place || '/'} was ${told(before)} and is ${told(after)}`];
  }
  return [
    ...lossesOfKeywords(place, before, after),
    ...lossesOfProperties(place, before, after),
    ...lossesOfRequired(place, before, after),
    ...['items', 'additionalProperties'].flatMap((keyword) => lossesOfPart(place, keyword, before, after)),
  ];
}

function lossesOfKeywords(place, before, after) {
  const keywords = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keywords]
    .filter((keyword) => !WORDS.includes(keyword) && !PARTS.includes(keyword))
    .filter((keyword) => !isDeepStrictEqual(comparable(keyword, before[keyword]), comparable(keyword, after[keyword])))
    .map((keyword) => `${place || '/'} had ${keyword} ${told(before[keyword])} and has ${told(after[keyword])}`);
}

function lossesOfProperties(place, { properties: before = {} }, { properties: after = {} }) {
  return Object.entries(before).flatMap(([name, property]) =>
    name in after ? lossesOf(`${place}/${name}`, property, after[name]) : [`${place}/${name} is gone`],
  );
}

function lossesOfRequired(place, { required: before = [] }, { required: after = [] }) {
  return [
    ...before.filter((name) => !after.includes(name)).map((name) => `${place}/${name} was always there and may be left out now`),
    ...after.filter((name) => !before.includes(name)).map((name) => `${place}/${name} is required, and older events lack it`),
  ];
}

function lossesOfPart(place, keyword, before, after) {
  const [one, other] = [before[keyword], after[keyword]];
  const inside = keyword === 'items' ? `${place}/items` : `${place}/*`;
  return one === undefined && other === undefined ? [] : lossesOf(inside, one ?? true, other ?? true);
}

const comparable = (keyword, value) => (SETS.includes(keyword) ? new Set([value].flat()) : value);

const told = (value) => (value === undefined ? 'none' : JSON.stringify(value));
