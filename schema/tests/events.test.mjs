import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { subgraphsOf } from '../subgraphs.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const javaOf = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.java'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');

/** An event that is declared, and that nothing tells of, is one that no consumer knows. */
for (const name of subgraphsOf(root)) {
  const folder = path.join(root, `subgraph-${name}`);
  const declared = [...javaOf(path.join(folder, 'src/main/java')).matchAll(/new EventType\(\s*"([A-Za-z.]+)"/g)].map(([, type]) => type);

  if (declared.length > 0) {
    test(`each event of ${name} happens in its golden file`, () => {
      const golden = path.join(folder, `src/test/resources/golden/${name}.events`);
      const happens = existsSync(golden) ? readFileSync(golden, 'utf8') : '';
      const missing = declared.filter((type) => !happens.includes(`${type}: `));

      assert.deepEqual(missing, [], `${name}.events lacks ${missing}: let it happen in GoldenEventsTest, then ./mission test ${name} --golden`);
    });

    test(`each event of ${name} is told in its README`, () => {
      const readme = readFileSync(path.join(folder, 'README.md'), 'utf8');
      const missing = declared.filter((type) => !readme.includes(`\`${type}\``));

      assert.deepEqual(missing, [], `subgraph-${name}/README.md lacks ${missing}: write a line into its table of events`);
    });
  }
}
