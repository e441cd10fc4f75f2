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
export const stackLog = path.join(state, 'logs', 'stack.log');
