import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { problemSchema } from '@forlop/contracts';
import { securityScheme } from '../access/allows.js';
import { fhirProblem } from '../fhir/documented-fhir.js';
import { isFhirPath } from '../fhir/problem-outcome.js';
import { problemKinds, type ProblemKind } from '../http/problem-kinds.js';
import { problemResponse } from './documented.js';
import { toOpenApi } from './converter.js';

const description = [
  'Forløp følger hver pasient gjennom et standardisert pasientforløp og holder orden på alle frister.',
  'Datoer er norske kalenderdatoer (ÅÅÅÅ-MM-DD). Alt som skriver, tar Idempotency-Key. Feil er problem+json etter RFC 9457 med stabil kode, setninger i klart språk og en korrelasjons-id.',
  'Alle spørsmål krever innlogging, unntatt helsesjekkene og FHIR-egenskapene. Rollen avgjør hva du kan gjøre, og virksomheten hvilke pasienter du ser: en pasient du ikke skal se, svares det om som om hun ikke fantes.',
  'X-Correlation-Id kan sendes som UUID, og står i hvert svar.',
].join('\n\n');

const security = [
  'Access token fra innloggingstjenesten (HelseID): «Authorization: Bearer <token>», eller «Authorization: DPoP <token>» med et bevis i DPoP når tokenet er bundet til en nøkkel (RFC 9449).',
  'Personer i nettleseren logger inn på /auth/login og har deretter en økt i informasjonskapselen __Host-forlop-session; det som skriver, må da ha X-CSRF-Token og komme fra våre egne sider.',
].join('\n\n');

type Media = { schema?: { $ref?: string; example?: unknown }; example?: unknown; examples?: unknown };
type WithContent = { content?: Record<string, Media> };

/** The OpenAPI 3.1 document, derived from the controllers and their zod schemas. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder().setOpenAPIVersion('3.1.0').setTitle('Forløp').setVersion('1').setDescription(description).addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: security }, securityScheme).build();
  const document = SwaggerModule.createDocument(app, config, { standardSchemaConverter: toOpenApi, operationIdFactory: operationId });
  const problem = toOpenApi(problemSchema, { schemaType: 'output' })!;
  const schemas = { ...document.components?.schemas, ...problem.components } as Record<string, { example?: unknown }>;
  showExamples(document, schemas);
  tellOfLogIn(document);
  return { ...document, components: { ...document.components, schemas } as never };
}

/** Who is not logged in, or may not, is told so by every operation that asks for a log-in. */
function tellOfLogIn(document: OpenAPIObject): void {
  for (const [path, item] of Object.entries(document.paths)) {
    const response = isFhirPath(path) ? (kind: ProblemKind) => fhirProblem(kind, `${problemKinds[kind].title}.`) : (kind: ProblemKind) => problemResponse([kind]);
    for (const { security: wanted, responses } of Object.values(item as Record<string, { security?: unknown; responses: Record<string, object> }>)) {
      if (wanted !== undefined) Object.assign(responses, { 401: response('unauthenticated'), 403: response('forbidden') });
    }
  }
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
