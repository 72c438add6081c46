/** What went wrong, as a stable machine code; the sentence for people is the error's message (bokmål). */
export type CalendarErrorCode =
  | 'invalid-date'
  | 'date-out-of-range'
  | 'invalid-number'
  | 'invalid-instant'
  | 'instant-out-of-range'
  | 'invalid-time'
  | 'unknown-unit'
  | 'unknown-calendar'
  | 'invalid-calendar'
  | 'calendar-not-defined';

/**
 * The only error that this package throws on purpose.
 * `message` is a plain bokmål sentence; `path` points into a calendar document when that is what was wrong.
 */
export class CalendarError extends Error {
  override readonly name = 'CalendarError';

  constructor(
    readonly code: CalendarErrorCode,
    message: string,
    readonly path?: string,
  ) {
    super(message);
  }
}

const LONGEST_QUOTE = 40;

/** The input as it may be shown in a sentence: in guillemets, shortened when long. */
export function quoted(input: unknown): string {
  const text = typeof input === 'string' ? input : String(input);
  return `«${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text}»`;
}

/** Throws `invalid-number` unless `value` is a whole number; `what` names it in the sentence. */
export function requireWholeNumber(value: number, what: string): void {
  if (!Number.isSafeInteger(value)) {
    throw new CalendarError('invalid-number', `${what} må være et helt tall, men er ${quoted(value)}.`);
  }
}
