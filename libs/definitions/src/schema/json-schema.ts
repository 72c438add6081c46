import { z } from 'zod';
import { definitionFileSchema, fragmentFileSchema } from './definition.js';

/** The schema as JSON Schema, so that an editor helps whoever writes a definition (`$schema` in the data files). */
export function definitionJsonSchema(): unknown {
  const schema = z.toJSONSchema(z.union([definitionFileSchema, fragmentFileSchema]), { io: 'input', reused: 'ref' });
  return {
    ...schema,
    title: 'Forløp: definisjon eller fragment',
    description: 'Et forløp som data. Henvisninger mellom delene (hendelser, steg, koder, kilder) kontrolleres når definisjonen lastes.',
  };
}
