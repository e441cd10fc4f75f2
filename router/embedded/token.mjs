/**
 * What a token says of itself. It is not judged here: only a subgraph does that. So nothing is allowed by these claims,
 * and nobody is held to them before a subgraph has accepted the token.
 */

/**
 * @param {string | undefined} authorization as it came
 * @returns {string} one for each user in a workspace; the token itself where it names none
 */
export function identityOf(authorization) {
  const { iss, sub, workspaceID } = claimsOf(authorization);
  return sub === undefined ? (authorization ?? '') : JSON.stringify([iss, sub, workspaceID]);
}

/**
 * @param {string | undefined} authorization as it came
 * @returns {number} milliseconds since 1970, Infinity where the token does not say it
 */
export function expiryOf(authorization) {
  const { exp } = claimsOf(authorization);
  return typeof exp === 'number' ? exp * 1_000 : Infinity;
}

function claimsOf(authorization) {
  const [, payload] = /^Bearer +[\w-]+\.([\w-]+)\.[\w-]*$/i.exec(authorization ?? '') ?? [];
  try {
    return Object(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  } catch {
    return {}; // no token, or one of another kind
  }
}
