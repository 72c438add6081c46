import type { Instant, ObligationRef, Purpose } from '../contract.js';

/** One effect of an obligation, and when it is to happen. */
export interface Moment {
  readonly purpose: Purpose;
  readonly at: Instant;
  /** The planned day as yyyymmdd: with the purpose it names the effect (see `AttemptRef`). */
  readonly attempt: number;
  /** The first of its purpose in the plan. */
  readonly first: boolean;
}

/** Name of an effect within its obligation. */
export function nameOf({ purpose, attempt }: Moment): string {
  return `${purpose}/${attempt}`;
}

/**
 * The planned day as a number. Asking happens in the morning in Oslo, so the day in UTC is the same day.
 */
export function attemptOf(at: Instant): number {
  return Number(at.slice(0, 10).replaceAll('-', ''));
}

/** The effects of one purpose that an obligation plans, in order. */
export function momentsFor(obligation: ObligationRef, purpose: Purpose): Moment[] {
  const instants = purpose === 'escalate' ? (obligation.escalateAt === null ? [] : [obligation.escalateAt]) : obligation.askAt;
  return [...instants].sort((a, b) => Date.parse(a) - Date.parse(b)).map((at, index) => ({ purpose, at, attempt: attemptOf(at), first: index === 0 }));
}

/**
 * The next effect to see to: one that is due, else the first to come; null when none is left.
 * Of several asks that have fallen due while nobody looked, only the latest is seen to: never more than people need.
 */
export function nextMoment(obligation: ObligationRef, purposes: readonly Purpose[], handled: ReadonlySet<string>, nowMs: number): Moment | null {
  const candidates = purposes.flatMap((purpose) => {
    const moments = momentsFor(obligation, purpose);
    const due = moments.filter((m) => Date.parse(m.at) <= nowMs).at(-1);
    const coming = moments.find((m) => Date.parse(m.at) > nowMs);
    return [due, coming].filter((m) => m !== undefined).filter((m) => !handled.has(nameOf(m)));
  });
  return candidates.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))[0] ?? null;
}
