import { parseArgs } from 'node:util';
import { Problem } from './problem.mjs';

/** Name of each command, and the module that holds it. */
const commands = {
  up: 'starts everything and prints where to look',
  down: 'stops what up started',
  status: 'says what runs, and where',
  import: 'makes leads of a CSV file',
  demo: 'plays a lead to an accepted offer, with the live events',
  token: 'prints a token of the local issuer',
  test: 'runs every test, or those of one module',
  schema: 'composes the supergraph and checks it',
  bench: 'measures, in ratios to peers and goals',
  new: 'makes a subgraph',
  format: 'formats the Java code',
};

const overview = () =>
  [
    'Mission Brief: a sales funnel as a federated GraphQL supergraph.',
    '',
    'usage: ./mission <command> [options]      ./mission <command> --help',
    '',
    ...Object.entries(commands).map(([name, purpose]) => `  ${name.padEnd(8)} ${purpose}`),
    '',
    'Start with: ./mission up',
  ].join('\n');

async function main([name, ...rest]) {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(overview());
    return;
  }
  if (!Object.hasOwn(commands, name)) {
    throw new Problem(`there is no command '${name}'. The commands are: ${Object.keys(commands).join(', ')}.`, 2);
  }
  const command = await import(`./commands/${name}.mjs`);
  const { values, positionals } = parse(name, command, rest);
  if (values.help) {
    console.log(command.help.trim());
    return;
  }
  await command.run(values, positionals);
}

function parse(name, command, args) {
  try {
    const options = { ...command.options, help: { type: 'boolean', short: 'h' } };
    const parsed = parseArgs({ args: joined(args, options), allowPositionals: true, options });
    const most = command.positionals ?? 0;
    if (parsed.positionals.length > most && !parsed.values.help) {
      throw new Error(`'${parsed.positionals[most]}' is one word too many`);
    }
    return parsed;
  } catch (error) {
    const [, withoutValue] = /^Option '(--[\w-]+).*argument (?:is ambiguous|missing)/.exec(error.message) ?? [];
    const told = withoutValue === undefined ? error.message.split(/\. |\n/)[0] : `${withoutValue} wants a value, and none follows`;
    throw new Problem(`${told}. See ./mission ${name} --help.`, 2);
  }
}

/**
 * The arguments, each value that begins with a hyphen joined to its option: no option but -h has a single one, so `-10m` is
 * a value, and what is wrong with it the command says best.
 */
function joined(args, options) {
  const rest = [...args];
  for (let at = 0; at < rest.length - 1; at++) {
    const takesValue = rest[at].startsWith('--') && options[rest[at].slice(2)]?.type === 'string';
    if (takesValue && /^-(?!-|h$)/.test(rest[at + 1])) {
      rest.splice(at, 2, `${rest[at]}=${rest[at + 1]}`);
    }
  }
  return rest;
}

main(process.argv.slice(2)).catch((error) => {
  if (!(error instanceof Problem) && error.syscall === undefined) {
    throw error;
  }
  console.error(`mission: ${error.message}`);
  process.exit(error.exitCode ?? 1);
});
