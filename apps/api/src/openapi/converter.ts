import type { StandardSchemaConverter } from '@nestjs/swagger';
import * as z from 'zod';

/**
 * zod's schemas as JSON Schema 2020-12, which is what OpenAPI 3.1 speaks. A schema with an id becomes a component. Nest's
 * own conversion asks zod for OpenAPI 3.0, where null and several types are written in another way.
 */
export const toOpenApi: StandardSchemaConverter = (schema) => {
  if (!(schema instanceof z.ZodType)) return undefined;
  const { $defs = {}, $schema: _, ...rest } = asComponents(z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      // `readonly` is about our code; in OpenAPI readOnly would mean that a sender must leave the field out.
      delete jsonSchema.readOnly;
      delete jsonSchema.id;
    },
  }));
  return { schema: rest, components: $defs };
};

/** Components lie elsewhere in an OpenAPI document than definitions in a schema. */
const asComponents = <T>(jsonSchema: T): T => JSON.parse(JSON.stringify(jsonSchema).replaceAll('"#/$defs/', '"#/components/schemas/')) as T;
