/** A shape as JSON Schema, draft 7: what the schema files and the AsyncAPI documents have of an event's data. */
import { z } from 'zod';

/**
 * What the data are, without what is said about them: a better description is no new version. `x-personal` is what they
 * are: there stands a sealed text (personal.ts).
 */
export const schemaOf = (shape: z.ZodType): object =>
  z.toJSONSchema(shape, {
    target: 'draft-07',
    io: 'input',
    metadata: z.registry(),
    override: ({ zodSchema, jsonSchema }) => {
      const personal = z.globalRegistry.get(zodSchema)?.personal;
      if (personal !== undefined) jsonSchema['x-personal'] = personal;
    },
  });
