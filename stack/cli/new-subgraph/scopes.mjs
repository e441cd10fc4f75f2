/** Roles that are given `NAME:read` and `NAME:write`, and those that read only. */
const writers = ['OWNER', 'MANAGER', 'AGENT', 'PLATFORM_OPERATOR'];
const readers = ['VIEWER', 'retailer_admin'];

/**
 * roles.json with the scopes of a new subgraph, on a line of their own in the order of the alphabet. Where roles hold some of
 * them already, it was decided who holds what, and nothing is added.
 *
 * @param {string} json
 * @param {string} name
 */
export function withScopes(json, name) {
  if (json.includes(`"${name}:`)) {
    return json;
  }
  return json.replace(/^( {2}"(\w+)": \[\n)([^\]]*)\n {2}\]/gm, (role, head, who, lines) => {
    const scopes = scopesOf(who, name);
    return scopes.length === 0 ? role : `${head}${inserted(lines, scopes)}\n  ]`;
  });
}

function scopesOf(role, name) {
  if (writers.includes(role)) {
    return [`${name}:read`, `${name}:write`];
  }
  return readers.includes(role) ? [`${name}:read`] : [];
}

function inserted(lines, scopes) {
  const all = lines.split('\n').map((line) => line.replace(/,$/, ''));
  const line = `    ${scopes.map((scope) => `"${scope}"`).join(', ')}`;
  const next = all.findIndex((other) => other > line);
  all.splice(next < 0 ? all.length : next, 0, line);
  return all.join(',\n');
}

/** The test of the roles, which no longer waits for the scopes that the new subgraph asks for. */
export const withoutAwaited = (test, name) => test.replace(new RegExp(`^ {2}'${name}:(read|write)': .*,\\n`, 'gm'), '');
