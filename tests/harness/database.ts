// What a portal has on disk, read beside it: the one witness that no answer can flatter.

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { PYTHON_TOOLS } from './places.ts';

const READ = `
import json, sqlite3, sys
connection = sqlite3.connect('file:' + sys.argv[1] + '?mode=ro', uri=True)
connection.row_factory = sqlite3.Row
print(json.dumps([dict(row) for row in connection.execute(sys.argv[2])]))
`;

/** The rows that `question` finds in the database of the portal on `data`. */
export async function rows<Row>(data: string, question: string): Promise<Row[]> {
  const { stdout } = await promisify(execFile)(join(PYTHON_TOOLS, 'python'), ['-c', READ, join(data, 'portal.sqlite'), question]);
  return JSON.parse(stdout) as Row[];
}
