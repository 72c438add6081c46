import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { problemSchema } from '@forlop/contracts';
import { toOpenApi } from './converter.js';

const description = [
  'Forløp følger hver pasient gjennom et standardisert pasientforløp og holder orden på alle frister.',
  'Datoer er norske kalenderdatoer (ÅÅÅÅ-MM-DD). Alt som skriver, tar Idempotency-Key. Feil er problem+json etter RFC 9457 med stabil kode, setninger i klart språk og en korrelasjons-id.',
  'X-Correlation-Id kan sendes som UUID, og står i hvert svar. I utvikling sier X-Forlop-Actor hvem som spør.',
].join('\n\n');

type Media = { schema?: { $ref?: string; example?: unknown }; example?: unknown; examples?: unknown };
type WithContent = { content?: Record<string, Media> };

/** The OpenAPI 3.1 document, derived from the controllers and their zod schemas. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder().setOpenAPIVersion('3.1.0').setTitle('Forløp').setVersion('1').setDescription(description).build();
  const document = SwaggerModule.createDocument(app, config, { standardSchemaConverter: toOpenApi, operationIdFactory: operationId });
  const problem = toOpenApi(problemSchema, { schemaType: 'output' })!;
  const schemas = { ...document.components?.schemas, ...problem.components } as Record<string, { example?: unknown }>;
  showExamples(document, schemas);
  return { ...document, components: { ...document.components, schemas } as never };
}

/** `WorklistController.counts` is `worklistCounts`. */
const operationId = (controller: string, method: string): string =>
  `${controller[0]!.toLowerCase()}${controller.slice(1).replace(/Controller$/, '')}${method[0]!.toUpperCase()}${method.slice(1)}`;

/** A schema's own example is shown where the schema is used, so that every operation has one and it is written once. */
function showExamples(document: OpenAPIObject, schemas: Readonly<Record<string, { example?: unknown }>>): void {
  for (const operation of Object.values(document.paths).flatMap((path) => Object.values(path))) {
    const { requestBody, responses } = operation as { requestBody?: WithContent; responses: Record<string, WithContent> };
    for (const media of [requestBody, ...Object.values(responses)].flatMap((part) => Object.values(part?.content ?? {}))) {
      const example = schemas[media.schema?.$ref?.split('/').at(-1) ?? '']?.example ?? media.schema?.example;
      if (example !== undefined && media.example === undefined && media.examples === undefined) media.example = example;
    }
  }
}
