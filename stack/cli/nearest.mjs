/**
 * The name that somebody may have meant who wrote another one: the same but for capitals and signs between words, or
 * a slip of one or two letters away.
 *
 * @param {string} written
 * @param {Iterable<string>} names
 * @returns {string | undefined}
 */
export function nearest(written, names) {
  const wanted = plain(written);
  const allowed = wanted.length < 5 ? 1 : 2;
  let best;
  for (const name of names) {
    const slips = distance(wanted, plain(name));
    if (slips <= allowed && (best === undefined || slips < best.slips)) {
      best = { name, slips };
    }
  }
  return best?.name;
}

const plain = (name) => name.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** How many letters must be put in, taken out, changed, or swapped with their neighbour. */
function distance(from, to) {
  const rows = [Array.from({ length: to.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= from.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      rows[i][j] = Math.min(
        rows[i - 1][j] + 1,
        rows[i][j - 1] + 1,
        rows[i - 1][j - 1] + (same ? 0 : 1),
        swapped ? rows[i - 2][j - 2] + 1 : Infinity,
      );
    }
  }
  return rows[from.length][to.length];
}
