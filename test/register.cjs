// Lets plain Node run the TypeScript of this repository without a build: node -r ./test/register.cjs file.ts
// For child processes of tests; it knows the @thidua/* aliases and compiles with the settings of .swcrc.
const { existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname, join } = require('node:path');
const swc = require('@swc/core');

const root = join(__dirname, '..');
const options = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8'));
delete options.$schema;

Module._extensions['.ts'] = (module, filename) => {
  const source = readFileSync(filename, 'utf8');
  const settings = { ...options, filename, swcrc: false, sourceMaps: 'inline' };
  module._compile(swc.transformSync(source, settings).code, filename);
};

const resolve = Module._resolveFilename;
/** A source imported on demand is named by the file it is compiled to. */
function sourceOf(request, parent) {
  if (!/^\.\.?\/.*\.js$/.test(request) || !parent?.filename?.endsWith('.ts')) return request;
  const source = join(dirname(parent.filename), request.replace(/\.js$/, '.ts'));
  return existsSync(source) ? source : request;
}

Module._resolveFilename = function (request, ...rest) {
  const [, library, testing] = /^@thidua\/([a-z-]+)(\/testing)?$/.exec(request) ?? [];
  if (library === undefined) return resolve.call(this, sourceOf(request, rest[0]), ...rest);
  return join(root, 'libs', library, 'src', testing ?? '', 'index.ts');
};
