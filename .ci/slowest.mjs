// Prints where the time of a test run went: the 30 slowest tests, and the files of the browser tests.
//   node .ci/slowest.mjs target/test-results
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2] ?? 'target/test-results';
const read = (name) => {
  try {
    return readFileSync(join(folder, name), 'utf8');
  } catch {
    return ''; // that step did not run
  }
};

const all = [];
// nextest:   PASS [   0.012s] (  3/900) portico-access rules::tests::name
// libtest:   test rules::tests::name ... ok <0.012s>
for (const [, seconds, name] of read('rust.log').matchAll(/^ *(?:PASS|FAIL) \[ *([\d.]+)s\] *(?:\( *\d+\/ *\d+\) *)?(.+)$/gm)) {
  all.push({ kind: 'Rust', seconds: Number(seconds), name });
}
for (const [, name, seconds] of read('rust.log').matchAll(/^test (.+) \.\.\. \w+ <([\d.]+)s>$/gm)) {
  all.push({ kind: 'Rust', seconds: Number(seconds), name });
}

const files = new Map();
const walk = (suite, title) => {
  for (const inner of suite.suites ?? []) walk(inner, inner.title === inner.file ? '' : `${title}${inner.title}: `);
  for (const spec of suite.specs ?? []) {
    for (const { projectName, results } of spec.tests) {
      const seconds = results.reduce((sum, { duration }) => sum + duration, 0) / 1000;
      const file = spec.file.replace(/^tests\//, '');
      all.push({ kind: projectName, seconds, name: `${file}: ${title}${spec.title}` });
      const known = files.get(file) ?? { seconds: 0, tests: 0 };
      files.set(file, { seconds: known.seconds + seconds, tests: known.tests + 1 });
    }
  }
};
const browser = read('playwright.json');
if (browser) for (const suite of JSON.parse(browser).suites) walk(suite, '');

const line = (seconds, kind, name) => console.log(`${seconds.toFixed(1).padStart(7)}  ${kind.padEnd(9)} ${name}`.slice(0, 150));
all.sort((a, b) => b.seconds - a.seconds);
console.log(`\nthe 30 slowest of ${all.length} tests, in seconds`);
for (const { seconds, kind, name } of all.slice(0, 30)) line(seconds, kind, name);
if (files.size > 0) {
  console.log('\nthe files of the browser tests, in seconds over all projects');
  for (const [file, { seconds, tests }] of [...files].sort(([, a], [, b]) => b.seconds - a.seconds)) line(seconds, `${tests} tests`, file);
}
