// Shrinks wasm modules in place: node optimise.mjs BINARYEN FILE…
//
// What wasm-opt does for one file, for many in one process: there are some 400 chunks, and
// starting Binaryen, itself a wasm module of 15 MB, takes longer than any of the small ones.

import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [library, ...files] = process.argv.slice(2);
const { default: binaryen } = await import(pathToFileURL(library));

const { Features } = binaryen;
// What the compiler and wasm-bindgen use; all browsers have had them since 2023.
const FEATURES =
  Features.BulkMemory |
  Features.BulkMemoryOpt |
  Features.CallIndirectOverlong |
  Features.Multivalue |
  Features.MutableGlobals |
  Features.NontrappingFPToInt |
  Features.ReferenceTypes |
  Features.SignExt;

// -Oz
binaryen.setOptimizeLevel(2);
binaryen.setShrinkLevel(2);

for (const file of files) {
  const module = binaryen.readBinary(await readFile(file), FEATURES);
  // Flattening first lets the size passes see through nested blocks: 0.7 % of brotli.
  module.runPasses(["flatten", "rereloop"]);
  module.optimize();
  await writeFile(file, module.emitBinary());
  module.dispose();
}
