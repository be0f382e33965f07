// `npm run test:mutation [-- --only FOLDER,FOLDER]`: changes the pure domain bit by bit and asks whether a specification
// notices; docs/mutation.md gets the result. With `--only`, the rows of other folders stay as they were measured.
import { createRequire } from 'node:module';
import { installWhatIsMissing } from './install.mjs';

installWhatIsMissing();

const require = createRequire(import.meta.url);
require('../test/register.cjs');
const { measureMutations } = require('../test/mutation/main.ts');
process.exitCode = measureMutations(process.argv.slice(2));
