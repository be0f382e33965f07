import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../install.mjs';

/** Takes what is built and installed as it stands when it is asked, for both are made just before. */
export const require = createRequire(import.meta.url);

/** What a library of the project shows to others. */
export const library = (name) => require(join(root, 'dist/libs', name, 'src/index.js'));
