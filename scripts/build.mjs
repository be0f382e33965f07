// Compiles apps/ and libs/ to dist/ with swc, file by file, and rewrites the @thidua/* aliases to relative paths.
// swc's own path rewriting needs an entry per library; a library is a folder here, so the rule is written once below.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import swc from '@swc/core';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'dist');
const isTest = (file) => /\.(spec|contract)\.ts$|[/\\]testing[/\\]/.test(file);

const sources = ['apps', 'libs']
  .flatMap((top) =>
    readdirSync(join(root, top), { recursive: true }).map((file) => join(top, String(file))),
  )
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && !isTest(file));

/** `@thidua/kernel` becomes a relative path to dist/libs/kernel/src/index.js, which plain Node can resolve. */
const withRelativeLibraries = (code, target) =>
  code.replace(/require\("@thidua\/([a-z-]+)"\)/g, (_match, library) => {
    const path = relative(dirname(target), join(out, 'libs', library, 'src', 'index.js'));
    return `require("${path.startsWith('.') ? path : `./${path}`}")`;
  });

const options = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8'));
delete options.$schema;
rmSync(out, { recursive: true, force: true });
for (const file of sources) {
  const source = readFileSync(join(root, file), 'utf8');
  const compiled = swc.transformSync(source, {
    ...options,
    filename: join(root, file),
    swcrc: false,
  });
  const target = join(out, file.replace(/\.ts$/, '.js'));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, withRelativeLibraries(compiled.code, target));
  if (compiled.map) writeFileSync(`${target}.map`, compiled.map);
}
