import { issuer, requireReady } from '../run-state.mjs';
import { signToken } from '../token.mjs';
import { Problem } from '../problem.mjs';

export const help = `
usage: ./mission token --workspace W --role R [--user U] [--scopes S,...] [--expires 15m]
       ./mission token --service NAME --scopes S,... [--expires 15m]

Prints a JWT of the local issuer, alone on standard output.

  --workspace W   the workspace it speaks for, such as 1001 (the platform is 207732)
  --role R        OWNER, MANAGER, AGENT, VIEWER, or another role of subgraph-admin/src/main/resources/roles.json
  --user U        the user's id; without it the member of the demo data with that role
  --scopes S,...  these scopes instead of the role's
  --service NAME  of a service, which speaks for no workspace; such as --service rebuild --scopes events:read
  --expires T     how long it is valid: 30s, 15m, 2h (default 15m)

example:
  curl -s http://127.0.0.1:4000/graphql -H 'content-type: application/json' \\
    -H "authorization: Bearer $(./mission token --workspace 1001 --role MANAGER)" \\
    -d '{"query":"{ leads(first: 3) { nodes { reference name status } } }"}'
`;

export const options = {
  workspace: { type: 'string' },
  role: { type: 'string' },
  user: { type: 'string' },
  scopes: { type: 'string' },
  service: { type: 'string' },
  expires: { type: 'string', default: '15m' },
};

export async function run({ expires, ...who }) {
  requireSomebody(who);
  if (!/^-?\d+\s*(s|m|h|d)$/.test(expires)) {
    throw new Problem(`--expires '${expires}' is not a time such as 30s, 15m or 2h.`, 2);
  }
  const { workspace, role, service } = who;
  const token = await signToken({
    issuer: issuer(requireReady()),
    workspace,
    role,
    user: service === undefined ? who.user : `service:${service}`,
    scopes: who.scopes?.split(',').map((scope) => scope.trim()).filter(Boolean),
    expires,
  });
  console.log(token);
}

function requireSomebody({ workspace, role, user, scopes, service }) {
  if (service === undefined && (!workspace || !role)) {
    throw new Problem('--workspace and --role are needed, such as --workspace 1001 --role MANAGER.', 2);
  }
  if (service !== undefined && (workspace || role || user)) {
    throw new Problem('a service speaks for no workspace, role or user: leave out --workspace, --role and --user.', 2);
  }
  if (service !== undefined && !(/^[a-z][a-z0-9-]*$/.test(service) && scopes)) {
    throw new Problem('a service has a name and scopes, such as --service rebuild --scopes events:read.', 2);
  }
}
