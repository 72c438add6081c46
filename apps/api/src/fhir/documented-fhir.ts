import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiConsumes, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { ApiProblem } from '../http/api-problem.js';
import type { ProblemKind } from '../http/problem-kinds.js';
import { capabilityStatement } from './capability-statement.js';
import { intakeIssue } from './intake-issue.js';
import { outcomeOf } from './problem-outcome.js';

const taken = { pathwayId: '0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11', patientId: '0198c0de-7777-7000-8000-000000000007', position: 1042, reasons: [] };

/** A referral of an invented patient. */
export const serviceRequestExample = {
  resourceType: 'ServiceRequest',
  identifier: [{ system: 'http://helsenorge.no/fhir/identifiers/uuid', value: '5f0c7c5e-6a0e-4c53-9f0b-7d1f2b1f5a11' }],
  status: 'active',
  intent: 'order',
  subject: { identifier: { system: 'urn:oid:2.16.578.1.12.4.1.4.1', value: '15848800055' }, display: 'Kari Testesen' },
  reasonCode: [{ coding: [{ system: 'urn:oid:2.16.578.1.12.4.1.1.7170', code: 'A04' }] }],
};

const outcome = (kind: 'created' | 'same' | 'quarantined') => ({ resourceType: 'OperationOutcome', issue: [intakeIssue({ path: 'ServiceRequest', result: { ...taken, outcome: kind } })] });

const content = (example: object) => ({ 'application/fhir+json': { schema: { type: 'object' }, example } });

const answered = (status: number, description: string, example: object): MethodDecorator => ApiResponse({ status, description, content: content(example) });

/** A response that tells of a problem as senders of FHIR read it. */
export const fhirProblem = (kind: ProblemKind, sentence: string) => ({ description: sentence, content: content(outcomeOf(new ApiProblem(kind, sentence))) });

const failed = (kind: ProblemKind, sentence: string): MethodDecorator => ApiResponse({ status: new ApiProblem(kind, sentence).status, ...fhirProblem(kind, sentence) });

const writing = [
  HttpCode(201),
  ApiConsumes('application/fhir+json', 'application/json'),
  ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Kan brukes, men trengs ikke: henvisningen kjennes igjen på identifikatoren sin.', schema: { type: 'string' } }),
  answered(201, 'Noe nytt er tatt inn.', outcome('created')),
  answered(200, 'Alt var mottatt før.', outcome('same')),
  answered(422, 'Noe kunne ikke godtas, og ligger i karantene. Eller Idempotency-Key er brukt til noe annet.', outcome('quarantined')),
  failed('unreadable-body', 'Innholdet kan ikke leses.'),
  failed('too-large', 'Innholdet er for stort.'),
  failed('unsupported-media-type', 'Innholdet er ikke sendt som JSON.'),
];
const reading = [HttpCode(200), answered(200, 'CapabilityStatement.', capabilityStatement('https://forlop.example'))];

/** Tells all of an operation that speaks FHIR. */
export function DocumentedFhir({ summary, description, reads = false }: { readonly summary: string; readonly description: string; readonly reads?: boolean }): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary, description }),
    ...(reads ? reading : writing),
    failed('internal', 'Noe gikk galt hos oss.'),
    failed('unavailable', 'Tjenesten svarer ikke akkurat nå.'),
    failed('too-many-requests', 'For mange forespørsler på kort tid. Retry-After sier hvor lenge du må vente.'),
  );
}
