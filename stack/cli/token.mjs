import fs from 'node:fs';
import { createHash } from 'node:crypto';
import { rolesFile, signingKeysFile, usersFile } from './paths.mjs';
import { Problem } from './problem.mjs';

/** What each role may do, from the one table of subgraph-admin. */
export const roles = () => JSON.parse(fs.readFileSync(rolesFile, 'utf8'));

/**
 * Signs a token as the local issuer would, with the keys of this installation.
 *
 * @param {{issuer: string, workspace?: string, role?: string, user?: string, scopes?: string[], expires?: string}} request
 *   without a workspace and a role that of a service, whose user and scopes are given
 * @returns {Promise<string>} the compact JWT
 */
export async function signToken({ issuer, workspace, role, user, scopes, expires = '15m' }) {
  // Loaded here: the packages are installed by the first ./mission up, and its help is for those who have none yet.
  const { importJWK, SignJWT } = await import('jose');
  const key = signingKey();
  const granted = scopes ?? scopesOf(role);
  const userID = user ?? knownUser(workspace, role);
  return new SignJWT({ userID, workspaceID: workspace, scopes: granted, roles: role ? [role] : [], scope: granted.join(' ') })
    .setProtectedHeader({ alg: 'RS256', kid: key.kid, typ: 'JWT' })
    .setSubject(userID)
    .setIssuer(issuer)
    .setAudience('mission-brief')
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(await importJWK(key, 'RS256'));
}

function scopesOf(role) {
  const table = roles();
  if (!Object.hasOwn(table, role)) {
    throw new Problem(`there is no role '${role}'. The roles are: ${Object.keys(table).join(', ')}.`, 2);
  }
  return table[role];
}

function signingKey() {
  if (!fs.existsSync(signingKeysFile)) {
    throw new Problem('there are no signing keys yet: ./mission up makes them at its first start.');
  }
  return JSON.parse(fs.readFileSync(signingKeysFile, 'utf8')).keys[0];
}

/** The member of the demo data with that role; else an id that is always the same for workspace and role. */
function knownUser(workspace, role) {
  const known = fs.existsSync(usersFile) ? JSON.parse(fs.readFileSync(usersFile, 'utf8')) : {};
  return known[workspace]?.[role] ?? namedUuid(`${workspace}/${role}`);
}

/** A UUID of version 8 (RFC 9562, section 5.8) from a name. */
function namedUuid(name) {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
