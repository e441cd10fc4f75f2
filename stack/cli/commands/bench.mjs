import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildStack } from '../build.mjs';
import { root, state } from '../paths.mjs';
import { Problem } from '../problem.mjs';
import { StackApart } from '../stack-apart.mjs';

export const help = `
usage: ./mission bench [scenario] [--rounds N] [--seconds 15] [--warm-up 60]

Measures, and says each figure as a ratio to a peer or to a goal. Runs on a stack of its own, which it deletes. Without a
scenario it runs all of them:

  lead-list    a page of 20 leads at subgraph-leads, against pgbench with the same transaction
  lead-import  a CSV file of 200,000 leads through the API, against COPY of the same leads
  start        the time until everything is ready, and the memory of all processes

  --rounds N     how often each is measured (default 5; lead-import 3)
  --seconds N    how long each side of a round is under load (lead-list, default 15)
  --warm-up N    seconds of load before the first round (lead-list, default 60)

benchmark/README.md says how it measures.
`;

export const options = {
  rounds: { type: 'string' },
  seconds: { type: 'string', default: '15' },
  'warm-up': { type: 'string', default: '60' },
};
export const positionals = 1;

const names = ['lead-list', 'lead-import', 'start'];
const ROUNDS = 5;
const reportFile = path.join(state, 'bench-report.md');

export async function run(values, [wanted]) {
  const durations = {
    rounds: values.rounds === undefined ? undefined : count(values, 'rounds'),
    seconds: count(values, 'seconds'),
    warmUp: count(values, 'warm-up'),
  };
  if (wanted !== undefined && !names.includes(wanted)) {
    throw new Problem(`there is no scenario '${wanted}'. The scenarios are: ${names.join(', ')}.`, 2);
  }
  buildStack();
  const sections = [];
  for (const name of wanted === undefined ? names : [wanted]) {
    sections.push(await section(name, durations));
  }
  fs.writeFileSync(reportFile, sections.join('\n'));
  console.log(`Kept in ${path.relative(root, reportFile)}`);
}

async function section(name, durations) {
  const scenario = await import(`../../../benchmark/${name}/scenario.mjs`);
  console.log(`${name}: ${scenario.purpose}`);
  const stack = new StackApart(path.join(state, 'bench'));
  await stack.remove(); // what an interrupted run has left
  try {
    const rounds = durations.rounds ?? scenario.rounds ?? ROUNDS;
    const lines = await scenario.measure(stack, { ...durations, rounds }, (line) => console.error(`  ${line}`));
    console.log(lines.map((line) => `  ${line}\n`).join(''));
    return `## ${name}\n${scenario.purpose}, ${os.cpus()[0]?.model ?? 'unknown processor'}\n\n${lines.map((line) => `    ${line}\n`).join('')}`;
  } finally {
    await stack.remove();
  }
}

function count(values, option) {
  const number = Number(values[option]);
  if (!Number.isInteger(number) || number < 1 || number > 3600) {
    throw new Problem(`--${option} '${values[option]}' is not a number between 1 and 3600.`, 2);
  }
  return number;
}
