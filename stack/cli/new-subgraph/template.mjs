import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { subgraphsOf } from '../../../schema/subgraphs.mjs';
import { root } from '../paths.mjs';
import { servedSdl } from './golden-sdl.mjs';
import { plural } from './words.mjs';

/** A whole subgraph under names that nobody has: those below, in paths and in texts. */
const folder = path.join(root, 'stack/cli/templates/subgraph');

/** Holds the definitions that are the subgraph's own; those of all are taken from the others. */
const GOLDEN_SDL = 'src/test/resources/golden/examplename.graphqls';

/**
 * What stands in the template, and what stands for it in a new subgraph.
 *
 * @param {import('./names.mjs').SubgraphNames} names
 * @param {{ port: number, version: string }} facts
 */
function replacements({ name, Name, words, noun, type, field, fields, table }, { port, version }) {
  const prose = words.join(' ');
  return {
    ExampleThings: plural(type),
    exampleThings: fields,
    'example things': plural(prose),
    ExampleThing: type,
    exampleThing: field,
    example_thing: table,
    EXAMPLE_THING: table.toUpperCase(),
    'example-thing': words.join('-'),
    'example thing': prose,
    examplenoun: noun,
    Examplename: Name,
    examplename: name,
    exampleport: String(port),
    exampleversion: version,
  };
}

/** Whether anything of the template's names is in a text. */
export const isLeftOver = (text) => /example[ _-]?thing|example(noun|name|port|version)/i.test(text);

/**
 * The files of a new subgraph.
 *
 * @param {import('./names.mjs').SubgraphNames} names
 * @param {{ port: number, version: string }} facts the port that it listens on alone; the version of all modules
 * @returns {Map<string, string>} texts by paths in its folder
 */
export function rendered(names, facts) {
  const table = replacements(names, facts);
  const pattern = new RegExp(Object.keys(table).join('|'), 'g');
  const filled = (text) => text.replace(pattern, (token) => table[token]);
  return new Map(
    files().map((file) => {
      const text = filled(readFileSync(path.join(folder, file), 'utf8'));
      return [filled(file), file === GOLDEN_SDL ? servedSdl(text, othersServe()) : text];
    }),
  );
}

/** The classes that the template's code imports: no concept can have the name of one. */
export function importedTypes() {
  const code = files().filter((file) => file.endsWith('.java'));
  const imports = code.flatMap((file) => [...readFileSync(path.join(folder, file), 'utf8').matchAll(/^import [\w.]+\.(\w+);$/gm)]);
  return new Set(imports.map(([, type]) => type));
}

const othersServe = () =>
  subgraphsOf(root)
    .map((name) => path.join(root, `subgraph-${name}/src/test/resources/golden/${name}.graphqls`))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'));

function files() {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}
