import { memoryOf } from '../processes.mjs';
import { summary } from '../statistics.mjs';

export const purpose = 'the time until everything is ready, and the memory of all processes';

const READY_GOAL_SECONDS = 12;
const MEMORY_GOAL_MIB = 1200;

/**
 * @param {import('../../stack/cli/stack-apart.mjs').StackApart} stack
 * @param {{rounds: number}} durations
 * @param {(line: string) => void} tell
 * @returns {Promise<string[]>} lines of the report
 */
export async function measure(stack, { rounds }, tell) {
  await stack.up();
  const starts = [];
  for (let round = 1; round <= rounds; round++) {
    const without = await startAgain(stack, '--no-cache');
    const seconds = await startAgain(stack);
    await stack.must('demo');
    const memory = memoryOf((await stack.status()).pid);
    tell(`round ${round}: ready after ${seconds.toFixed(1)} s, ${without.toFixed(1)} s without the cache; ${memory.toFixed(0)} MiB after the demo`);
    starts.push({ seconds, without, memory });
  }
  const all = (value) => starts.map(value);
  const seconds = all((start) => start.seconds);
  const memory = all((start) => start.memory);
  return [
    `time to ready    ${summary(seconds.map((value) => value / READY_GOAL_SECONDS))} of the goal: ${summary(seconds, 1)} s of ${READY_GOAL_SECONDS}`,
    `with the cache   ${summary(all((start) => start.seconds / start.without))} of the time without: ${summary(all((start) => start.without), 1)} s`,
    `memory           ${summary(memory.map((value) => value / MEMORY_GOAL_MIB))} of the goal: ${summary(memory, 0)} MiB of ${MEMORY_GOAL_MIB}`,
    `medians and ranges of ${rounds} starts on demo data; memory is the sum of the proportional set sizes after ./mission demo`,
  ];
}

async function startAgain(stack, ...options) {
  await stack.must('down'); // which waits for a cache that is being made
  const begin = performance.now();
  await stack.up(...options);
  return (performance.now() - begin) / 1000;
}
