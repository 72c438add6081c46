import type { Problem, ProblemError } from '@forlop/contracts';
import { problemKinds, problemType, type ProblemKind } from './problem-kinds.js';

/** Parts of a problem that not all have. */
export interface ProblemParts {
  /** Stable machine code; the kind's own name when it is not given. */
  readonly code?: string | undefined;
  readonly errors?: readonly ProblemError[];
  readonly position?: number;
  readonly changes?: Problem['changes'];
  /** Pathways that a refusal is about, for the access log alone: whoever is refused is not told. */
  readonly about?: readonly string[];
  /** `Allow`, `Retry-After` and the like. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown to answer with a problem. `detail` is a sentence in bokmål that the caller may see: no personal data, no internals. */
export class ApiProblem extends Error {
  constructor(
    readonly kind: ProblemKind,
    readonly detail: string,
    readonly parts: ProblemParts = {},
    options?: ErrorOptions,
  ) {
    super(detail, options);
    this.name = 'ApiProblem';
  }

  get status(): number {
    return problemKinds[this.kind].status;
  }

  /** RFC 9457, as it is sent. */
  body(correlationId: string): Problem {
    const { status, title } = problemKinds[this.kind];
    const { code = this.kind, errors = [], position, changes } = this.parts;
    return {
      type: problemType(this.kind),
      title,
      status,
      detail: this.detail,
      code,
      correlationId,
      errors,
      ...(position !== undefined && { position }),
      ...(changes !== undefined && { changes }),
    };
  }
}

/** A request whose content is wrong: every error at once. */
export function invalidInput(errors: readonly ProblemError[]): ApiProblem {
  const [first] = errors;
  const detail = errors.length === 1 && first ? first.sentence : `Forespørselen har ${errors.length} feil. Se listen over feil.`;
  return new ApiProblem('invalid-input', detail, { errors });
}
