import fs from 'node:fs';
import { stopLeftovers } from '../leftovers.mjs';
import { runFile, state as stateFolder } from '../paths.mjs';
import { whatRuns } from '../run-state.mjs';
import { stop } from '../stop.mjs';
import { finishTraining } from '../training.mjs';

export const help = `
usage: ./mission down [--wipe]

Stops what ./mission up started, in order, losing nothing.

  --wipe   also deletes the data, keys and logs in .mission/
`;

export const options = { wipe: { type: 'boolean', default: false } };

export async function run({ wipe }) {
  await finishTraining();
  const running = whatRuns();
  const isRunning = running !== undefined && !['FAILED', 'CRASHED'].includes(running.phase);
  if (isRunning && !(await stop(running.pid))) {
    console.error('It did not stop in time and was ended.');
  }
  const leftovers = await stopLeftovers();
  fs.rmSync(runFile, { force: true });
  if (wipe) {
    fs.rmSync(stateFolder, { recursive: true, force: true });
  }
  const stopped = isRunning ? 'Stopped.' : leftovers.length > 0 ? `Stopped what was left: ${leftovers.join(', ')}.` : 'Nothing was running.';
  console.log(wipe ? `${stopped} The data is deleted.` : stopped);
}
