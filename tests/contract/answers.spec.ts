// The portal's answers fit the OpenAPI document, to requests that keep to it and to requests that
// break it: Schemathesis makes both up. Every check it has is on.

import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from '@playwright/test';

import { OPENAPI, PYTHON_TOOLS } from '../harness/places.ts';
import { shared } from '../harness/prepare.ts';

/** Made-up requests for each operation. */
const EXAMPLES = 12;
/** The same requests on each run: a failure that comes and goes teaches nothing. */
const SEED = 2642;

const HERE = fileURLToPath(new URL('.', import.meta.url));

test('every answer of the portal is one that the contract promises', async ({}, { outputDir }) => {
  test.setTimeout(240_000);
  const { code, printed } = await run(join(PYTHON_TOOLS, 'schemathesis'), [
    `--config-file=${join(HERE, 'schemathesis.toml')}`,
    'run',
    OPENAPI,
    `--url=${shared('address')}`,
    '--checks=all',
    '--mode=all',
    `--max-examples=${EXAMPLES}`,
    `--seed=${SEED}`,
    '--generation-deterministic',
    '--continue-on-failure',
    '--no-shrink',
    '--no-color',
    '--request-timeout=10',
    // One alone: two threads that parse at once break Python 3.11 ("AST constructor recursion depth
    // mismatch", python/cpython#106905).
    '--workers=1',
  ], outputDir);
  expect(code, printed).toBe(0);
});

/** Runs a program in `directory`, where it may leave what it likes. */
async function run(program: string, words: string[], directory: string): Promise<{ code: number; printed: string }> {
  await mkdir(directory, { recursive: true });
  const env = { ...process.env, PYTHONPATH: HERE, PYTHONDONTWRITEBYTECODE: '1', SCHEMATHESIS_HOOKS: 'conventions' };
  return new Promise((resolve) => {
    execFile(program, words, { cwd: directory, env, maxBuffer: 64 << 20 }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === 'number' ? error.code : 1) : 0;
      resolve({ code, printed: `${stdout}\n${stderr}\n${error && !stdout ? error.message : ''}` });
    });
  });
}
