import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { liveClient, mutate } from '../../stack/cli/graphql-client.mjs';
import { upload } from '../../stack/cli/lead-import/upload.mjs';
import { leadImportProgressed, startLeadImport } from '../../stack/cli/operations.mjs';
import { Problem } from '../../stack/cli/problem.mjs';
import { cpuSecondsOf, cpuSecondsOfTree } from '../processes.mjs';
import { summary } from '../statistics.mjs';
import { runTool } from '../tools.mjs';
import { openWorkspace } from '../workspaces.mjs';
import { mapping, writeLines } from './lines.mjs';

export const purpose = 'a CSV file of 200,000 leads through the API, against COPY of the same leads into the same table';

/** How often it is measured when nobody says: a round takes a minute or two. */
export const rounds = 3;

const LINES = 200_000;
const WARM_UP_LINES = 50_000;
const GOAL = 0.3;

/**
 * @param {import('../../stack/cli/stack-apart.mjs').StackApart} stack
 * @param {{rounds: number}} durations
 * @param {(line: string) => void} tell
 * @returns {Promise<string[]>} lines of the report
 */
export async function measure(stack, durations, tell) {
  await stack.up('--no-demo');
  const { endpoint, database, pid } = await stack.status();
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'mission-bench-'));
  try {
    const bench = new Bench(stack, endpoint, database.url, pid, scratch);
    tell(`warming up with ${WARM_UP_LINES} lines ...`);
    await bench.makeTableBeside();
    await bench.round('bench-0', WARM_UP_LINES);
    const figures = [];
    for (let round = 1; round <= durations.rounds; round++) {
      const { ours, peer } = await bench.round(`bench-${round}`, LINES);
      tell(`round ${round}: import ${ours.seconds.toFixed(1)} s, COPY ${peer.seconds.toFixed(1)} s, ratio ${(peer.seconds / ours.seconds).toFixed(2)}`);
      figures.push({ ours, peer });
    }
    return report(figures);
  } finally {
    fs.rmSync(scratch, { recursive: true });
  }
}

function report(figures) {
  const of = (side, figure) => figures.map((round) => figure(round[side]));
  const rate = ({ seconds }) => LINES / seconds;
  const perThousand = (seconds) => (seconds / LINES) * 1_000_000;
  return [
    `ratio            ${summary(figures.map(({ ours, peer }) => peer.seconds / ours.seconds))}   goal ${GOAL}`,
    `import           ${summary(of('ours', rate), 0)} lines a second`,
    `COPY             ${summary(of('peer', rate), 0)} lines a second`,
    `processor time   import: ${summary(of('ours', ({ jvm }) => perThousand(jvm)), 0)} ms Java and ${summary(of('ours', ({ postgres }) => perThousand(postgres)), 0)} ms PostgreSQL a thousand lines`,
    `                 COPY: ${summary(of('peer', ({ postgres }) => perThousand(postgres)), 0)} ms PostgreSQL a thousand lines`,
    `medians and ranges of ${figures.length} rounds of ${LINES} lines, after ${WARM_UP_LINES} lines to warm up, ${os.availableParallelism()} processors`,
  ];
}

/** The two sides of a round, each on the leads of a workspace that was empty before. */
class Bench {
  #stack;
  #endpoint;
  #databaseUrl;
  #pid;
  #scratch;

  constructor(stack, endpoint, databaseUrl, pid, scratch) {
    this.#stack = stack;
    this.#endpoint = endpoint;
    this.#databaseUrl = databaseUrl;
    this.#pid = pid;
    this.#scratch = scratch;
  }

  /** Its columns, checks, generated columns and indexes are those of lead. */
  makeTableBeside() {
    return this.#sql('create table leads.lead_beside (like leads.lead including all);');
  }

  /** Imports so many lines, then copies the leads that they became. Both tables hold the same leads before and after. */
  async round(workspace, count) {
    const csv = path.join(this.#scratch, 'leads.csv');
    await writeLines(csv, count);
    await openWorkspace(this.#stack, this.#endpoint, workspace);
    const ours = await this.#import(workspace, csv, count);
    const rows = path.join(this.#scratch, 'leads.copy');
    const columns = await this.#columns();
    await this.#sql(`\\copy (select ${columns} from leads.lead where workspace_id = '${workspace}' order by ctid) to '${rows}'`);
    const peer = await this.#measured(() => this.#sql(`\\copy leads.lead_beside (${columns}) from '${rows}'`));
    await this.#requireSame(workspace, count);
    return { ours, peer };
  }

  /** The columns that are not generated from others. */
  async #columns() {
    return this.#sql(`select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
      where attrelid = 'leads.lead'::regclass and attnum > 0 and not attisdropped and attgenerated = '';`);
  }

  /** Until the subscription tells that it is completed: of all its events that is the last one in the log. */
  async #import(workspace, csv, count) {
    const token = await this.#stack.token(workspace, 'MANAGER');
    const client = await liveClient(this.#endpoint, async () => token);
    const { leadImport, upload: target } = await mutate(this.#endpoint, token, startLeadImport, { fileName: 'leads.csv', mapping });
    try {
      const ended = theEnd(client, leadImport.id);
      return await this.#measured(async () => {
        const file = { path: csv, size: fs.statSync(csv).size };
        const sent = upload(target, file, new AbortController().signal, () => {});
        const step = await ended;
        await sent;
        if (step.status !== 'COMPLETED' || step.created !== count) {
          throw new Problem(`the import should have made ${count} leads: ${JSON.stringify(step)}`);
        }
      });
    } finally {
      await client.dispose();
    }
  }

  /** What it took: seconds, and processor time of the subgraphs and of PostgreSQL. Dirty pages of before are written first. */
  async #measured(action) {
    await this.#sql('checkpoint;');
    const before = this.#processorTime();
    const began = performance.now();
    await action();
    const seconds = (performance.now() - began) / 1000;
    const after = this.#processorTime();
    return { seconds, jvm: after.jvm - before.jvm, postgres: after.postgres - before.postgres };
  }

  #processorTime() {
    const postmaster = Number.parseInt(fs.readFileSync(path.join(this.#stack.folder, 'postgres/data/postmaster.pid'), 'utf8'), 10);
    return { jvm: cpuSecondsOf(this.#pid), postgres: cpuSecondsOfTree(postmaster) };
  }

  /** What is measured has to be done: each lead is there in both tables, and each event is numbered. */
  async #requireSame(workspace, count) {
    const found = await this.#sql(`
      select (select count(*) from leads.lead where workspace_id = '${workspace}'),
        (select count(*) from leads.lead_beside where workspace_id = '${workspace}'),
        (select count(*) from leads.event_pending);`);
    if (found !== `${count}|${count}|0`) {
      throw new Problem(`leads, copied leads and events without a number should be ${count}|${count}|0, but are ${found}`);
    }
  }

  async #sql(text) {
    const printed = await runTool('psql', [this.#databaseUrl, '--quiet', '--tuples-only', '--no-align', '--set=ON_ERROR_STOP=1'], text);
    return printed.trim();
  }
}

/** The step with which an import ends, from the stream of live events alone. */
function theEnd(client, importId) {
  return new Promise((resolve, reject) => {
    const lost = (reason) => reject(new Problem(`the stream of the import ended early: ${JSON.stringify(reason)}`));
    client.subscribe(
      { query: leadImportProgressed, variables: { importId } },
      {
        next: ({ data, errors }) => {
          const step = data?.leadImportProgressed;
          if (errors) {
            lost(errors);
          } else if (step.status === 'COMPLETED' || step.status === 'FAILED') {
            resolve(step);
          }
        },
        error: lost,
        complete: lost,
      },
    );
  });
}
