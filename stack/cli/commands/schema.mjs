import { installPackages, runTool } from '../build.mjs';
import { root } from '../paths.mjs';
import { Problem } from '../problem.mjs';

export const help = `
usage: ./mission schema compose [--check]
       ./mission schema events [--check]
       ./mission schema check [--against REV]

compose   composes the supergraph from the subgraphs' SDL into schema/supergraph.graphql and schema/supergraph.unlicensed.graphql
events    writes docs/events from the JSON Schemas of the subgraphs' events: a page and an AsyncAPI document of each
check     fails when either is not up to date, or when the schemas of events do not keep what they said at a git revision:
          events may gain fields that can be left out, and nothing else

  --check         writes nothing, and fails when the files differ from what would be written
  --against REV   the revision, HEAD when not given; after a release its tag
`;

export const options = { check: { type: 'boolean', default: false }, against: { type: 'string' } };
export const positionals = 1;

const COMPOSE = ['composition', 'schema/compose.mjs'];
const EVENTS = ['making the pages of events', 'schema/event-docs.mjs'];

export async function run({ check, against }, [action]) {
  const actions = {
    compose: () => make(COMPOSE, check),
    events: () => make(EVENTS, check),
    check: () => checkAll(against ?? 'HEAD'),
  };
  if (!Object.hasOwn(actions, action ?? '')) {
    const names = Object.keys(actions).join(', ');
    throw new Problem(action === undefined ? `say what: ./mission schema compose. There is: ${names}.` : `there is no 'schema ${action}'. There is: ${names}.`, 2);
  }
  if (against !== undefined && action !== 'check') {
    throw new Problem(`--against belongs to 'schema check', not to 'schema ${action}'.`, 2);
  }
  installPackages();
  await actions[action]();
}

function make([what, script], check) {
  runTool(process.execPath, [script, ...(check ? ['--check'] : [])], what);
}

async function checkAll(revision) {
  make(COMPOSE, true);
  make(EVENTS, true);
  const { eventSchemas, eventSchemasAt } = await import('../../../schema/event-schemas.mjs');
  const { lossesBetween } = await import('../../../schema/event-history.mjs');
  const losses = lossesBetween(schemasAt(eventSchemasAt, revision), eventSchemas(root));
  if (losses.length > 0) {
    throw new Problem(
      `events do not keep what they said at ${revision} (docs/events/README.md says what they promise):\n${losses.join('\n')}`,
    );
  }
  console.log(`Events keep what they said at ${revision}.`);
}

function schemasAt(read, revision) {
  try {
    return read(root, revision);
  } catch (error) {
    throw new Problem(`git cannot read the revision '${revision}': ${String(error.stderr ?? error.message).trim()}`, 2);
  }
}
