import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** All state of the local stack; a second one beside it, for a test or a benchmark, has its own by MISSION_STATE. */
export const state = path.resolve(root, process.env.MISSION_STATE ?? '.mission');

export const runFile = path.join(state, 'run.json');
export const usersFile = path.join(state, 'users.json');
export const signingKeysFile = path.join(state, 'keys', 'jwks.json');
export const rolesFile = path.join(root, 'subgraph-admin/src/main/resources/roles.json');
export const logs = path.join(state, 'logs');
export const stackLog = path.join(logs, 'stack.log');

/** What is made of a build to start it faster: it belongs to the build, and goes with it. */
export const aotFolder = path.join(root, 'stack/target/aot');
