// Every specification of the pure domain in one file: the libraries are then loaded once for a mutant, and not once for
// each of the two dozen specifications that may meet it.
const { readdirSync } = require('node:fs');
const { join } = require('node:path');

const libraries = join(__dirname, '../../libs');

for (const library of ['workflow', 'task']) {
  const files = readdirSync(join(libraries, library, 'src'), { recursive: true })
    .filter((file) => file.endsWith('.spec.ts'))
    // The courses drawn at random meet every line, so each mutant would cost a whole run of them, and a mutant that only
    // chance finds is not held by a specification.
    .filter((file) => !file.endsWith('task-life.spec.ts'));
  for (const file of files.sort()) {
    describe(`${library}/${file}`, () => {
      require(join(libraries, library, 'src', file));
    });
  }
}
