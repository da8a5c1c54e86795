// Where the things under test stand in the project.

import { fileURLToPath } from 'node:url';

const project = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The reference portal, as the host's tests have compiled it. */
export const PORTAL = process.env.MOTCUA_PORTAL ?? project('target/debug/motcua-portal');
/** The app's files, built for release. */
export const APP = process.env.MOTCUA_APP ?? project('dist');
/** The contract as a document. */
export const OPENAPI = project('crates/contract/openapi.json');
/** The Python tools of requirements.txt. */
export const PYTHON_TOOLS = project('target/venv/bin');
