import { isAlive } from './run-state.mjs';
import { until } from './wait.mjs';

const STOP_LIMIT = 40_000;

/**
 * Asks a process to end, and makes it end when it does not.
 *
 * @param {number} pid
 * @param {number} [limit] milliseconds
 * @returns {Promise<boolean>} whether it ended by itself
 */
export async function stop(pid, limit = STOP_LIMIT) {
  signal(pid, 'SIGTERM');
  const gone = await until(limit, () => (isAlive(pid) ? undefined : true));
  if (!gone) {
    signal(pid, 'SIGKILL');
  }
  return gone === true;
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') {
      throw error;
    }
  }
}
