import { aligned, count, counted, printable } from './terminal.mjs';

const VALUE_WIDTH = 30;

/** What passes by itself or is mended on the way; any other failure before the first line is the file's or the mapping's. */
const passing = ['CONNECTION_CUT', 'INTERRUPTED', 'SERVICE_UNAVAILABLE', 'INTERNAL'];

/**
 * What a completed import did, for people.
 *
 * @param {import('./watch.mjs').Step} step
 * @param {number} seconds
 * @returns {string[]}
 */
export function outcome({ linesRead, created, duplicates, rejected }, seconds) {
  return [
    `Completed: ${counted(linesRead, 'line')} in ${seconds.toFixed(1)} s.`,
    '',
    ...aligned([[count(created), 'created'], [count(duplicates), duplicates === 1 ? 'duplicate' : 'duplicates'], [count(rejected), 'rejected']]),
    ...(created > 0 ? [] : ['', nothingAdded({ linesRead, duplicates, rejected })]),
  ];
}

function nothingAdded({ linesRead, duplicates, rejected }) {
  if (linesRead === 0) {
    return 'It adds nothing: below the names of the columns the file has no line.';
  }
  if (duplicates === linesRead) {
    return `It adds nothing: ${linesRead === 1 ? 'its only line is' : `all ${count(linesRead)} lines are`} there already.`;
  }
  const known = duplicates === 0 ? [] : [counted(duplicates, 'line is', 'lines are') + ' there already'];
  const refused = rejected === 0 ? [] : [counted(rejected, 'line is', 'lines are') + ' rejected'];
  return `It adds nothing: ${[...known, ...refused].join(', ')}.`;
}

/**
 * How an import ended that failed, and how it goes on.
 *
 * @param {import('./watch.mjs').Step} step
 * @param {string} command that continues it
 */
export function failure(step, command) {
  const { code, line, message } = step.failure ?? { code: 'INTERNAL', message: 'without a reason' };
  const verdict = `the import failed${line ? ` at line ${count(line)}` : ''} (${code}): ${message}`;
  if (step.lastCommittedLine === 0 && !passing.includes(code)) {
    return `${verdict}\nNo line was imported. Put it right and import again.`;
  }
  return `${verdict}\n${howToGoOn(step, command)}`;
}

/** What of an import is done that has not ended, and how it goes on. */
export function howToGoOn({ lastCommittedLine, created }, command) {
  const done =
    lastCommittedLine === 0
      ? 'No line is imported yet.'
      : `Everything up to line ${count(lastCommittedLine)} is done: ${counted(created, 'lead is', 'leads are')} made.`;
  return `${done} Go on with:\n  ${command}`;
}

/** How an import goes on of which nothing is heard any more, though lines may have been committed since. */
export function outOfSight(reason, command) {
  return (
    `nothing is heard of the import any more: ${reason.replace(/\.$/, '')}. Every line that is committed stays. ` +
    `./mission up starts again what is down. Then go on with:\n  ${command}`
  );
}

/**
 * The beginning of a report: how many entries there are of each kind, and the first of them.
 *
 * @param {Awaited<ReturnType<typeof import('./report.mjs').reportOverview>>} report
 * @param {string} wayToAll
 * @returns {string[]}
 */
export function reportBeginning({ nodes, total, totals }, wayToAll) {
  if (total === 0) {
    return [];
  }
  const shown = nodes.map(({ line, column, value, code, reason, duplicateOf }) => [
    count(line),
    shortened(column),
    shortened(value),
    code,
    printable(duplicateOf ? `${reason} (${duplicateOf.reference})` : reason),
  ]);
  return [
    '',
    'What became no lead:',
    '',
    ...aligned(totals.map(([code, number]) => [count(number), code])),
    '',
    ...aligned([['line', 'column', 'value', 'code', 'reason'], ...shown]),
    '',
    `${total > shown.length ? `The first ${shown.length} of ${count(total)}. ` : ''}${wayToAll}`,
  ];
}

function shortened(text) {
  const clean = printable(text ?? '');
  return clean.length > VALUE_WIDTH ? `${clean.slice(0, VALUE_WIDTH - 3)}...` : clean;
}
