/** The word for many of what a word is for: rough, and easily renamed. */
export function plural(word) {
  if (/[^aeiou]y$/.test(word)) {
    return `${word.slice(0, -1)}ies`;
  }
  return /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

/** Whether a word is that for many: invoices, but not address, status or analysis. */
export const isPlural = (word) => /[^aisu]s$/.test(word) || ['children', 'people', 'news', 'series'].includes(word);

/** What cannot be a package in Java, or would hide a class of java.lang. */
export const javaWords = new Set(
  `abstract assert boolean break byte case catch char class const continue default do double else enum extends false final
  finally float for goto if implements import instanceof int interface long native new null package private protected public
  return short static strictfp super switch synchronized this throw throws transient true try void volatile while
  byte character compiler double enum error exception float integer iterable long math module number object override
  process record runnable runtime short string system thread throwable void`.split(/\s+/),
);

/** The words of PostgreSQL 18 that cannot be a table without quotes. */
export const sqlWords = new Set(
  `all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column
  concurrently constraint create cross default deferrable desc distinct do else end except false fetch for foreign freeze from
  full grant group having ilike in initially inner intersect into is isnull join lateral leading left like limit localtime
  localtimestamp natural not notnull null offset on only or order outer overlaps placing primary references returning right
  select similar some symmetric table tablesample then to trailing true union unique user using variadic verbose when where
  window with`.split(/\s+/),
);
