import { library, require } from './library.mjs';

const { z } = require('zod');

/** The facts file of the scorer, for editors and for programs that write one. */
export function factsSchemaDocument() {
  const schema = z.toJSONSchema(library('scoring').factsSchema, {
    io: 'input',
    unrepresentable: 'any',
  });
  const title = 'Thi Đua facts file (npm run docs writes this from the code)';
  return JSON.stringify({ ...schema, title }, null, 2);
}
