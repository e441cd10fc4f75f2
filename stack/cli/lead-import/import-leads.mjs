import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import * as operations from '../operations.mjs';
import { Problem } from '../problem.mjs';
import { requireReady } from '../run-state.mjs';
import { Door } from './door.mjs';
import { readMapping, reasonOf } from './mapping-file.mjs';
import { Progress } from './progress.mjs';
import { asCsv, reportLines, reportOverview } from './report.mjs';
import { sourceFile } from './source-file.mjs';
import { failure, howToGoOn, outcome, outOfSight, reportBeginning } from './summary.mjs';
import { quoted, size } from './terminal.mjs';
import { upload } from './upload.mjs';
import { Watch } from './watch.mjs';

const FIRST_LINES = 10;

/** How long an import whose upload was cut or refused may take to say so. */
const ECHO_LIMIT = 5_000;

/**
 * Makes leads of a file, or goes on with it, and tells how that goes.
 *
 * @param {string} file
 * @param {{workspace: string, mapping?: string, continue?: string, report?: string, user?: string}} options
 */
export async function importLeads(file, options) {
  const source = sourceFile(file);
  const mapping = options.continue === undefined ? readMapping(options.mapping) : undefined;
  requireWritable(options.report);
  const door = new Door(requireReady(), options);
  if (options.continue !== undefined && (await standing(door, options.continue)).status === 'COMPLETED') {
    console.log('This import is completed already: nothing is left to do.');
    return;
  }
  const { leadImport, upload: target } = await begin(door, source, mapping, options.continue);
  console.error(`Importing ${file} (${size(source.size)}) into workspace ${options.workspace}: import ${leadImport.id}`);
  const command = commandOf('leads', quoted(file), { ...options, continue: leadImport.id });
  const { step, lost, stopped, seconds } = await carry(door, source, leadImport, target);
  if (stopped) {
    throw new Problem(`stopped. ${howToGoOn(step, command)}`, 130);
  }
  if (lost) {
    throw new Problem(lost instanceof NotBegun ? `${lost.message}. ${howToGoOn(step, command)}` : outOfSight(lost.message, command));
  }
  if (step.status === 'COMPLETED') {
    console.log(outcome(step, seconds).join('\n'));
  }
  await tellReport(door, leadImport.id, options);
  if (step.status === 'FAILED') {
    throw new Problem(failure(step, command));
  }
}

/** Writes the report of an import of before. */
export async function writeReport(id, options) {
  requireWritable(options.report);
  const door = new Door(requireReady(), options);
  await writeCsv(reportLines(door, id), options.report);
}

/** How an import of before stands; what of it has arrived by a cut upload is waited for. */
async function standing(door, id) {
  const { leadImport } = await door.ask(operations.leadImport, { id });
  if (leadImport === null) {
    throw new Problem(`workspace ${door.workspace} has no import ${id}.`);
  }
  if (leadImport.status !== 'RUNNING') {
    return leadImport;
  }
  console.error('The import is busy with what has arrived, or its server was stopped, which shows in half a minute. Waiting for it ...');
  const watch = new Watch(door, { id, ...leadImport }, () => {});
  try {
    await watch.begin();
    return await watch.ended;
  } finally {
    watch.close();
  }
}

function begin(door, source, mapping, importId) {
  return mapping === undefined
    ? door.mutate(operations.continueLeadImport, { importId })
    : door.mutate(operations.startLeadImport, { fileName: source.name, mapping: mapping.input }, (field) => mapping.placeOf(field));
}

/**
 * Uploads the file and follows the import to its end.
 *
 * @returns {Promise<{step: import('./watch.mjs').Step, seconds?: number, stopped?: boolean, lost?: Problem}>} the last that
 *   is known of it; stopped by the person, or lost because nothing answers
 */
async function carry(door, source, leadImport, target) {
  const cut = new AbortController();
  const progress = new Progress(process.stderr, source, leadImport);
  const watch = new Watch(door, leadImport, (step) => progress.step(step));
  const forget = onInterruption(() => cut.abort());
  try {
    await watch.begin();
    const uploaded = upload(target, source, cut.signal, (bytes) => progress.sent(bytes));
    const step = await Promise.race([watch.ended, uploaded.then((answer) => afterUpload(watch, answer, cut.signal))]);
    return { step, stopped: cut.signal.aborted && step.status !== 'COMPLETED', seconds: progress.elapsed / 1000 };
  } catch (error) {
    return { step: watch.latest, stopped: cut.signal.aborted, lost: requireProblem(error) };
  } finally {
    forget();
    cut.abort();
    watch.close();
    progress.end();
  }
}

/** Whether leads were made the import alone can tell: an upload is answered when it is lost, too. */
async function afterUpload(watch, { message, broken }, { aborted }) {
  if (message === undefined && broken === undefined) {
    return watch.ended;
  }
  const ended = await Promise.race([watch.ended, pause(ECHO_LIMIT, undefined, { ref: false })]);
  if (ended !== undefined) {
    return ended;
  }
  const standing = await watch.ask();
  if (aborted) {
    return standing;
  }
  if (standing.status === 'RUNNING') {
    return watch.ended;
  }
  throw new NotBegun(message ?? broken);
}

/** The import stands where it did, because nothing of the file was taken. */
class NotBegun extends Problem {
  constructor(reason) {
    super(`the upload did not begin: ${reason.replace(/\.$/, '')}`);
  }
}

function requireProblem(error) {
  if (!(error instanceof Problem)) {
    throw error;
  }
  return error;
}

async function tellReport(door, id, options) {
  const { workspace, user, report } = options;
  if (report !== undefined) {
    await writeCsv(reportLines(door, id), report);
  }
  const wayToAll = report === undefined
    ? `All of it as CSV:\n  ${commandOf('report', id, { workspace, user })} --report report.csv`
    : `All of it is in ${report}.`;
  const lines = reportBeginning(await reportOverview(door, id, FIRST_LINES), wayToAll);
  if (lines.length > 0) {
    console.log(lines.join('\n'));
  }
}

/** The command that a person types to go on. */
function commandOf(what, object, { workspace, user, continue: importId, report }) {
  const given = Object.entries({ workspace, continue: importId, user, report }).filter(([, value]) => value !== undefined);
  return ['./mission import', what, object, ...given.map(([name, value]) => `--${name} ${quoted(value)}`)].join(' ');
}

function onInterruption(act) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  signals.forEach((signal) => process.once(signal, act));
  return () => signals.forEach((signal) => process.off(signal, act));
}

/** Told before anything is started, and not after a long import. */
function requireWritable(file) {
  if (file === undefined) {
    return;
  }
  const isNew = !fs.existsSync(file);
  try {
    fs.closeSync(fs.openSync(file, 'a'));
    if (isNew) {
      fs.unlinkSync(file);
    }
  } catch (error) {
    const reason = error.code === 'ENOENT' ? `the folder ${path.dirname(file)} is not there` : `it ${reasonOf(error)}`;
    throw new Problem(`the report cannot be written to ${file}: ${reason}.`, 2);
  }
}

function writeCsv(lines, file) {
  return file === undefined ? pipeline(asCsv(lines), process.stdout, { end: false }) : pipeline(asCsv(lines), fs.createWriteStream(file));
}
