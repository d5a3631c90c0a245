// Ends well when something is saved below one of these folders or files, and all is quiet again:
//   node .ci/changed.mjs src style
import { watch } from 'node:fs';

const QUIET = 150; // in milliseconds: editors and Git write several files at once
const PASSING = /(~|\.sw[a-z]|\.tmp|\.snap\.new)$|(^|\/)(\.|4913$)/; // of editors and tests
let quiet;
for (const path of process.argv.slice(2)) {
  watch(path, { recursive: true }, (_, name) => {
    if (PASSING.test(name ?? '')) return;
    clearTimeout(quiet);
    quiet = setTimeout(() => process.exit(0), QUIET);
  });
}
