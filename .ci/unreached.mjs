// Empties functions of a client that nothing can reach (DECISIONS.md, 137) and no linker can know to be so:
//   node .ci/unreached.mjs from.wasm to.wasm
// Leptos keeps two ways to hydrate with every view, and ours is woken by the synchronous one only (app/wake.rs,
// hydrate_body); the other is a sixth of the client. Were it ever called, the client would give up and the page stay
// plain, and every browser test would say so.
import binaryen from 'binaryen';
import { readFileSync, writeFileSync } from 'node:fs';

// The function itself, not what it shares with others. Short ones are left: compilers keep one of several alike, under
// whichever name.
const UNREACHED = /::(hydrate_async|generate_routes)(::\{\{closure\}\})*::h[0-9a-f]{16}$/;
const SHORT = 1000; // letters of its text
const FEWEST = 50; // a client of two pages has twice as many
const [from, to] = process.argv.slice(2);

binaryen.setDebugInfo(true); // names
const client = binaryen.readBinary(readFileSync(from));
// No more than the compiler used (`FEATURES` in .ci/build): with all of them binaryen writes what no browser reads yet.
const { BulkMemory, NontrappingFPToInt, ReferenceTypes, Multivalue, MutableGlobals, SignExt } = binaryen.Features;
client.setFeatures(BulkMemory | NontrappingFPToInt | ReferenceTypes | Multivalue | MutableGlobals | SignExt);
let emptied = 0;
for (let place = 0; place < client.getNumFunctions(); place++) {
  const one = client.getFunctionByIndex(place);
  const { name, module, body } = binaryen.getFunctionInfo(one);
  if (module || !UNREACHED.test(name) || binaryen.emitText(body).length < SHORT) continue;
  binaryen.Function.setBody(one, client.unreachable());
  emptied++;
}
if (emptied < FEWEST) throw new Error(`only ${emptied} functions found: are names missing, or is Leptos another?`);
binaryen.setDebugInfo(false);
writeFileSync(to, client.emitBinary());
