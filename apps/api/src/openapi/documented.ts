import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import type * as z from 'zod';
import { ApiProblem } from '../http/api-problem.js';
import { problemKinds, type ProblemKind } from '../http/problem-kinds.js';

/** One way in which an operation answers; the schema's own example is shown. */
export interface DocumentedAnswer {
  readonly description: string;
  readonly schema: z.ZodType;
}

/** What the document says of an operation. */
export interface Documentation {
  /** One line in bokmål. */
  readonly summary: string;
  readonly description?: string;
  /** By status. */
  readonly answers: Readonly<Record<number, DocumentedAnswer>>;
  /** Kinds of problems that it may answer with, besides those that every operation has. */
  readonly problems?: readonly ProblemKind[];
  /** It writes, and so takes an Idempotency-Key. */
  readonly writes?: boolean;
}

/** Every operation can meet these. */
const always: readonly ProblemKind[] = ['invalid-input', 'internal', 'unavailable', 'overloaded', 'too-many-requests'];
const whenWriting: readonly ProblemKind[] = ['idempotency-key', 'unreadable-body', 'too-large', 'unsupported-media-type', 'key-reused'];

const exampleDetails: Readonly<Partial<Record<ProblemKind, string>>> = {
  'invalid-input': 'Datoen må skrives som ÅÅÅÅ-MM-DD og finnes i kalenderen.',
  'idempotency-key': 'Oppgi Idempotency-Key, en ny UUID for hver handling.',
  unauthenticated: 'Du er ikke logget inn, eller innloggingen har gått ut.',
  forbidden: 'Rollen din gir ikke tilgang til dette.',
  'not-found': 'Det finnes ikke noe forløp med denne id-en.',
  refused: 'Pasienten er i steget «Mottatt». Dette kan gjøres i «Utredning».',
  conflict: 'Andre har registrert noe i forløpet siden du så det sist. Se hva som er nytt, og prøv igjen.',
  overloaded: 'Systemet har for mange samtidige forespørsler akkurat nå. Prøv igjen om litt.',
  'too-many-requests': 'Det kommer for mange forespørsler fra deg akkurat nå. Vent 20 sekunder, og prøv igjen.',
  'key-reused': 'Denne Idempotency-Key er brukt til en annen forespørsel.',
};

/** A problem of a kind as it may look. */
function exampleOf(kind: ProblemKind): object {
  const sentence = exampleDetails[kind] ?? `${problemKinds[kind].title}.`;
  const errors = kind === 'invalid-input' ? [{ path: '/occurredOn', code: 'not-a-date', sentence }] : [];
  const code = kind === 'refused' ? 'step-does-not-allow' : undefined;
  return new ApiProblem(kind, sentence, { code, errors }).body('7f0a2f0e-0c6b-4f6e-9a5e-8f2b1f0d3c11');
}

/** Problems of one status are told together, with an example of each. */
function problemResponses(kinds: readonly ProblemKind[]): MethodDecorator[] {
  const byStatus = new Map<number, ProblemKind[]>();
  for (const kind of new Set(kinds)) {
    const { status } = problemKinds[kind];
    byStatus.set(status, [...(byStatus.get(status) ?? []), kind]);
  }
  return [...byStatus].map(([status, same]) => ApiResponse({ status, ...problemResponse(same) }));
}

/** A response that tells of problems of these kinds. */
export function problemResponse(kinds: readonly ProblemKind[]): { description: string; content: Record<string, { schema: { $ref: string }; examples: Record<string, { summary: string; value: object }> }> } {
  return {
    description: kinds.map((kind) => problemKinds[kind].title).join(', eller: '),
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(kinds.map((kind) => [kind, { summary: problemKinds[kind].title, value: exampleOf(kind) }])),
      },
    },
  };
}

const keyHeader = ApiHeader({
  name: 'Idempotency-Key',
  required: true,
  description:
    'Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
  example: '5f0c7c5e-6a0e-4c53-9f0b-7d1f2b1f5a11',
});

/** Tells all of an operation in one place: what it is for, its answers, and its problems with examples. */
export function Documented({ summary, description, answers, problems = [], writes = false }: Documentation): MethodDecorator {
  const statuses = Object.entries(answers);
  return applyDecorators(
    ApiOperation({ summary, ...(description !== undefined && { description }) }),
    ...(writes ? [keyHeader] : []),
    // Writes set their own status; a read has one answer.
    HttpCode(Number(statuses[0]![0])),
    ...statuses.map(([status, answer]) => ApiResponse({ status: Number(status), description: answer.description, standardSchema: answer.schema })),
    ...problemResponses([...always, ...(writes ? whenWriting : []), ...problems]),
  );
}
