import { addSpan, isOsloDate, tryOsloDate, type OsloDate, type Span, type Unit, type WorkCalendar } from '@forlop/calendar';

/** When something happens: a date, or a span from the start or from another event. */
export type When = { readonly date: OsloDate } | { readonly span: Span; readonly after: string | null };

const UNIT_WORDS: Readonly<Record<string, Unit>> = {
  virkedag: 'virkedag', virkedager: 'virkedag',
  dag: 'dag', dager: 'dag',
  uke: 'uke', uker: 'uke',
  måned: 'maned', måneder: 'maned',
  år: 'ar',
};

const SPAN = /^([+-]\d{1,4}) (\S+?)(?: etter (\S+))?$/;

/** How a time is written, for messages. */
export const WHEN_FORM = 'en dato (2026-03-20), eller et tidsrom: «+10 virkedager» fra start, «+3 uker etter vurdert» fra en annen hendelse';

/** Reads a time as it is written in a scenario; undefined when it is not one. */
export function readWhen(text: string): When | undefined {
  if (isOsloDate(text)) return { date: text };
  const [, value, word, after] = SPAN.exec(text.normalize('NFC').trim()) ?? [];
  const unit = word === undefined ? undefined : UNIT_WORDS[word];
  return unit === undefined ? undefined : { span: { value: Number(value), unit }, after: after ?? null };
}

/** What a time that cannot be found is about: an id that is not there, or one that waits for this very event. */
export class WhenError extends Error {
  constructor(readonly sentence: string) {
    super(sentence);
    this.name = 'WhenError';
  }
}

/** Dates of the events of one scenario by id, each worked out once. */
export class Dates {
  private readonly known = new Map<string, OsloDate>();
  private readonly working = new Set<string>();

  constructor(
    private readonly start: OsloDate,
    private readonly calendar: WorkCalendar,
    private readonly whens: ReadonlyMap<string, When>,
  ) {}

  /** @throws WhenError. */
  of(when: When): OsloDate {
    if ('date' in when) return when.date;
    const from = when.after === null ? this.start : this.ofEvent(when.after);
    return addSpan(this.calendar, from, when.span);
  }

  private ofEvent(id: string): OsloDate {
    const known = this.known.get(id);
    if (known !== undefined) return known;
    const when = this.whens.get(id);
    if (when === undefined) throw new WhenError(`Hendelsen «${id}» finnes ikke. Kjente id-er: ${[...this.whens.keys()].join(', ')}.`);
    if (this.working.has(id)) throw new WhenError(`Tiden for «${id}» avhenger av seg selv.`);
    this.working.add(id);
    const date = this.of(when);
    this.working.delete(id);
    this.known.set(id, date);
    return date;
  }
}

/** A date or undefined, for fields that take dates only. */
export const readDate = (text: string): OsloDate | undefined => tryOsloDate(text);
