import * as operations from '../operations.mjs';
import { Problem } from '../problem.mjs';

const PAGE = 100;
const columns = ['line', 'column', 'value', 'code', 'reason', 'duplicate of'];

/**
 * Each entry of an import's report, read page by page.
 *
 * @param {import('./door.mjs').Door} door
 * @param {string} id of the import
 */
export async function* reportLines(door, id) {
  let after = null;
  do {
    const { nodes, pageInfo } = await reportPage(door, id, PAGE, after);
    yield* nodes;
    after = pageInfo.hasNextPage ? pageInfo.endCursor : undefined;
  } while (after !== undefined);
}

async function reportPage(door, id, first, after) {
  const { leadImport } = await door.ask(operations.leadImportReport, { id, first, after });
  if (leadImport === null) {
    throw new Problem(`workspace ${door.workspace} has no import ${id}.`);
  }
  return leadImport.report;
}

/**
 * The first entries of a report, and how many there are of each kind.
 *
 * @returns {Promise<{nodes: object[], total: number, totals: [string, number][]}>}
 */
export async function reportOverview(door, id, first) {
  const { leadImport } = await door.ask(operations.leadImportReportOverview, { id, first });
  const { report, ...kinds } = leadImport;
  return {
    nodes: report.nodes,
    total: report.totalCount,
    totals: Object.entries(kinds)
      .map(([code, { totalCount }]) => [code, totalCount])
      .filter(([, total]) => total > 0),
  };
}

/** A report as CSV (RFC 4180), line by line. */
export async function* asCsv(lines) {
  yield record(columns);
  for await (const { line, column, value, code, reason, duplicateOf } of lines) {
    yield record([line, column, value, code, reason, duplicateOf?.reference]);
  }
}

const record = (cells) => `${cells.map(cell).join(',')}\r\n`;

/** One cell. A spreadsheet runs what looks like a formula; an apostrophe before it makes it a text (OWASP, CSV injection). */
function cell(value) {
  const text = String(value ?? '');
  const harmless = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",;\t\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
