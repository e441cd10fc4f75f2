import net from 'node:net';
import { Problem } from './problem.mjs';

/** As many ports as a stack uses: the router's, and those up to PostgreSQL's. */
const PORTS = 11;

/** The first of a row of ports on which nobody listens. */
export async function freePorts() {
  for (let tries = 0; tries < 100; tries++) {
    const first = 10_000 + Math.floor(Math.random() * 20_000);
    const free = await Promise.all(Array.from({ length: PORTS }, (_, offset) => isFree(first + offset)));
    if (free.every(Boolean)) {
      return first;
    }
  }
  throw new Problem(`no ${PORTS} free ports in a row were found`);
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
