/** JSON Schema of the problem details every refusal comes in (RFC 9457, with the members of this API). */
export const problemSchema = {
  type: 'object' as const,
  required: ['type', 'title', 'status', 'detail', 'instance', 'code'],
  properties: {
    type: {
      type: 'string' as const,
      description: 'Stable reference, explained at that address of this server.',
    },
    title: { type: 'string' as const },
    status: { type: 'integer' as const },
    detail: {
      type: 'string' as const,
      description: 'Vietnamese unless Accept-Language asks for English.',
    },
    instance: { type: 'string' as const, description: 'Correlation id of the request.' },
    code: { type: 'string' as const },
    errors: {
      type: 'array' as const,
      items: {
        type: 'object' as const,
        properties: { path: { type: 'string' as const }, message: { type: 'string' as const } },
      },
    },
    facts: { type: 'object' as const, additionalProperties: true },
  },
};
