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
    const parsed = parseArgs({
      args,
      allowPositionals: true,
      options: { ...command.options, help: { type: 'boolean', short: 'h' } },
    });
    const most = command.positionals ?? 0;
    if (parsed.positionals.length > most && !parsed.values.help) {
      throw new Error(`'${parsed.positionals[most]}' is one word too many`);
    }
    return parsed;
  } catch (error) {
    throw new Problem(`${error.message.split('. ')[0]}. See ./mission ${name} --help.`, 2);
  }
}

main(process.argv.slice(2)).catch((error) => {
  if (!(error instanceof Problem) && error.syscall === undefined) {
    throw error;
  }
  console.error(`mission: ${error.message}`);
  process.exit(error.exitCode ?? 1);
});
