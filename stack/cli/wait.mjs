const INTERVAL = 100;

/**
 * Asks until there is an answer.
 *
 * @template T
 * @param {number} limit milliseconds
 * @param {() => T | undefined | Promise<T | undefined>} ask
 * @returns {Promise<T | undefined>} undefined when the time is up
 */
export async function until(limit, ask) {
  const deadline = Date.now() + limit;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) {
      return answer;
    }
    if (Date.now() > deadline) {
      return undefined;
    }
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
  }
}
