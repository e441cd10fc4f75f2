#!/usr/bin/env node
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { STUB_PORTS } from './router-under-test.mjs';
import { startStubSubgraphs } from './stub-subgraphs.mjs';

// Writes the supergraph that a router under test is started with, and the free ports that it names for the subgraphs. The
// suite answers there itself.
const FOLDER = fileURLToPath(new URL('./target/', import.meta.url));
const stubs = await startStubSubgraphs();
await Promise.all(stubs.all.map((stub) => stub.stop()));
mkdirSync(FOLDER, { recursive: true });
writeFileSync(STUB_PORTS, JSON.stringify(stubs.all.map(({ port }) => port)));
for (const [name, sdl] of [
  ['supergraph', stubs.supergraph.supergraph],
  ['supergraph.unlicensed', stubs.supergraph.unlicensed],
]) {
  writeFileSync(`${FOLDER}${name}.graphql`, sdl);
  console.log(`${FOLDER}${name}.graphql`);
}
console.log(
  'Start the router with one of them, then: ROUTER_URL=http://host:port/graphql node --test --test-concurrency=1 router/conformance/tests/*.test.mjs',
);
