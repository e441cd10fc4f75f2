const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'];

/**
 * Lines of JSON, one for each event, for people with `jq` and for Loki.
 *
 * @typedef {Record<'debug' | 'info' | 'warn' | 'error', (message: string, fields?: object) => void>} Log
 *
 * @param {typeof LEVELS[number]} level the least that is written
 * @param {(line: string) => void} write
 * @returns {Log}
 */
export function createLog(level, write = (line) => process.stdout.write(`${line}\n`)) {
  const from = LEVELS.indexOf(level);
  const at = (index) => (message, fields) => {
    if (index >= from) {
      write(
        JSON.stringify({
          '@timestamp': new Date().toISOString(),
          level: LEVELS[index],
          service: 'router',
          message,
          ...fields,
        }),
      );
    }
  };
  return { debug: at(0), info: at(1), warn: at(2), error: at(3) };
}
