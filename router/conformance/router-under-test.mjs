import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createLog } from '../embedded/log.mjs';
import { startRouter } from '../embedded/router.mjs';
import { readSettings } from '../embedded/settings.mjs';
import { startStubSubgraphs } from './stub-subgraphs.mjs';

/** Where a router that is given by URL expects the stubs of plans, leads and offers: written by `stubs.mjs`. */
export const STUB_PORTS = new URL('./target/ports.json', import.meta.url);

/** For a test of what only the embedded router promises. */
export const embeddedOnly = { skip: process.env.ROUTER_URL && 'the embedded router only' };

/**
 * The router that the suite is about, over stub subgraphs: the one at ROUTER_URL, else the embedded one.
 *
 * @param {{ flags?: string[], shared?: object }} [embedded] for the embedded one only
 * @returns what a test needs; close stops all that was started
 */
export async function routerUnderTest({ flags = [], shared } = {}) {
  const given = process.env.ROUTER_URL;
  const stubs = await startStubSubgraphs(given ? JSON.parse(readFileSync(STUB_PORTS, 'utf8')) : undefined);
  const stopStubs = () => Promise.allSettled(stubs.all.map((stub) => stub.stop()));
  if (given) {
    return { url: given, stubs, embedded: false, close: stopStubs };
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'router-'));
  const supergraph = path.join(folder, 'supergraph.graphql');
  writeFileSync(supergraph, stubs.supergraph.supergraph);
  const settings = readSettings(['--supergraph', supergraph, '--port', '0', '--metrics-port', '0', '--drain', '2s', ...flags]);
  const lines = [];
  const log = createLog('debug', (line) => lines.push(JSON.parse(line)));
  const router = await startRouter(settings, { log, shared });
  const close = async () => {
    await router.stop();
    await stopStubs();
    rmSync(folder, { recursive: true });
  };
  return { ...router, stubs, embedded: true, supergraph, lines, close };
}
