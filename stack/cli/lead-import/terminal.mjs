/** A number as a person reads it. */
export const count = (number) => Math.round(number).toLocaleString('en-US');

/** So many of something: one, or several. */
export const counted = (number, one, several = `${one}s`) => `${count(number)} ${number === 1 ? one : several}`;

const units = ['bytes', 'KB', 'MB', 'GB'];

/** A number of bytes as a person reads it. */
export function size(bytes) {
  const unit = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  return bytes === 1 ? '1 byte' : `${(bytes / 1000 ** unit).toFixed(unit === 0 ? 0 : 1)} ${units[unit]}`;
}

/** Rows in columns: the first one to the right, the last one as long as it is. */
export function aligned(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    `  ${row.map((text, column) => (column === 0 ? text.padStart(widths[column]) : text.padEnd(widths[column]))).join('  ')}`.trimEnd(),
  );
}

/** A text from a file without what a terminal would obey. */
export const printable = (text) => text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\u00B7');

/** A word of a command as a shell takes it. */
export const quoted = (word) => (/^[\w./:@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`);
