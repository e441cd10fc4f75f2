#!/usr/bin/env node
import { createLog } from './log.mjs';
import { BadSetting, HELP, readSettings } from './settings.mjs';
import { UnusableSupergraph } from './supergraph-file.mjs';

const BAD_CALL = 2;
const BAD_SUPERGRAPH = 3;
const PORT_TAKEN = 4;

let settings;
try {
  settings = readSettings(process.argv.slice(2), process.env);
  if (settings) {
    await serve(settings);
  } else {
    console.log(HELP);
  }
} catch (error) {
  const [code, message] = explained(error);
  console.error(message);
  process.exitCode = code;
}

async function serve(settings) {
  const { startRouter } = await import('./router.mjs'); // the engine is slow to load, and a wrong call needs none
  const log = createLog(settings.logLevel);
  const router = await startRouter(settings, { log });
  log.info('The router is ready', { url: router.url, metrics: router.metricsUrl });
  process.on('unhandledRejection', (error) =>
    log.error('A failure that nobody awaited', { error: String(error?.stack ?? error) }),
  );
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.on(signal, async () => {
      if (stopping) {
        process.exit(1); // told twice: at once
      }
      stopping = true;
      log.info('The router stops', { signal });
      await router.stop();
      process.exit(0);
    });
  }
}

function explained(error) {
  if (error instanceof BadSetting) {
    return [BAD_CALL, `${error.message}\n(--help shows what can be given)`];
  }
  if (error instanceof UnusableSupergraph) {
    return [BAD_SUPERGRAPH, error.message];
  }
  switch (error.code) {
    case 'EADDRINUSE':
      return [
        PORT_TAKEN,
        `Port ${error.port} is taken by another program. Stop it, or give another one with ${flagOf(error)}.`,
      ];
    case 'EACCES':
    case 'EADDRNOTAVAIL':
      return [
        PORT_TAKEN,
        `The router may not listen on ${error.address}:${error.port}. Give another --host or ${flagOf(error)}.`,
      ];
    default:
      throw error;
  }
}

function flagOf({ port }) {
  return port === settings.metricsPort ? '--metrics-port' : '--port';
}
