import { daysOf } from './period.js';

/** The screen's tabs, in their order; the words stand in the address. */
export const tabs = ['tall', 'kurver', 'kvalitet', 'hva-om', 'prognose', 'grunnlag', 'faste', 'nodtilgang'] as const;
export type Tab = (typeof tabs)[number];

/** By which date a frist belongs to the period, and what the API calls it. Without it: its start. */
export const cohorts = { frist: 'due', slutt: 'ended' } as const;
export type Cohort = keyof typeof cohorts;

/** Which part of a number is opened, and what the API calls it. */
export const outcomes = { startet: undefined, mott: 'met', 'for-sent': 'met-late', brutt: 'broken', loper: 'running', 'i-fare': 'at-risk', utenfor: 'excluded' } as const;
export type Opened = keyof typeof outcomes;

/** What is being done with a scheduled report. */
export const scheduleForms = ['endre', 'slett'] as const;
export type ScheduleForm = (typeof scheduleForms)[number];

/** What stands in the address: the whole question, so that whoever is given it sees the same number. */
export interface RevisionSearch {
  /** Without it: `tall`. */
  readonly fane?: Tab;
  readonly enhet?: string;
  /** The rule, and the definition that it is one of. */
  readonly frist?: string;
  readonly forlop?: string;
  /** A year is a number: so it stands without quotes. */
  readonly periode?: string | number;
  readonly etter?: Cohort;
  readonly versjon?: string;
  readonly variant?: string;
  readonly steg?: string;
  /** The day on which each frist is judged; and up to when what was recorded counts: to the end of a day, or to a place in the ledger. Without them: today, and all that is known now. */
  readonly dag?: string;
  readonly kjent?: string | number;
  /** The number that is opened, and where it stands. */
  readonly vis?: Opened;
  readonly ved?: string;
  readonly grunn?: string;
  readonly arsak?: string;
  readonly forvrenger?: string;
  /** The what-if that is shown. */
  readonly beregning?: string;
  /** Which of its changed outcomes are listed: of which rule, from what and to what; and the one that is explained, `<pathway> <key>`. */
  readonly regel?: string;
  readonly fra?: string;
  readonly til?: string;
  readonly forklar?: string;
  /** The forecast's weeks ahead, and the places that a plan adds. */
  readonly uker?: number;
  readonly plasser?: number;
  /** The scheduled report that is open (`ny`: one that is being made), the form that it is open in, and the run that a mail leads to. */
  readonly rapport?: string;
  readonly gjor?: ScheduleForm;
  readonly laget?: string;
}

/** What says which number is open; left out when another question is asked. */
export const openedKeys = ['vis', 'ved', 'grunn', 'arsak', 'forvrenger'] as const;

const among = <Word extends string>(words: readonly Word[], given: unknown): Word | undefined => words.find((word) => word === given);
const keyOf = <Words extends object>(words: Words, given: unknown): (keyof Words & string) | undefined => among(Object.keys(words) as (keyof Words & string)[], given);
const word = (given: unknown): string | undefined => (typeof given === 'string' && given !== '' ? given : undefined);
const whole = (given: unknown, least: number, most: number): number | undefined => (typeof given === 'number' && Number.isInteger(given) && given >= least && given <= most ? given : undefined);
const day = (given: unknown): string | undefined => (typeof given === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(given) ? given : undefined);

function period(given: unknown): string | number | undefined {
  if (typeof given !== 'string' && typeof given !== 'number') return undefined;
  return daysOf(String(given)) === null ? undefined : periodIn(String(given));
}

/** A period as it stands in the address. */
export const periodIn = (given: string): string | number => (/^\d{4}$/.test(given) ? Number(given) : given);

/** Reads the address; what it does not know is left out. */
export function revisionSearch(given: Readonly<Record<string, unknown>>): RevisionSearch {
  const read = {
    fane: among(tabs, given['fane']), enhet: word(given['enhet']), frist: word(given['frist']), forlop: word(given['forlop']), periode: period(given['periode']), etter: keyOf(cohorts, given['etter']),
    versjon: word(given['versjon']), variant: word(given['variant']), steg: word(given['steg']), dag: day(given['dag']), kjent: day(given['kjent']) ?? whole(given['kjent'], 0, Number.MAX_SAFE_INTEGER),
    vis: keyOf(outcomes, given['vis']), ved: word(given['ved']), grunn: word(given['grunn']), arsak: word(given['arsak']), forvrenger: word(given['forvrenger']), beregning: word(given['beregning']),
    regel: word(given['regel']), forklar: word(given['forklar']), fra: word(given['fra']), til: word(given['til']), uker: whole(given['uker'], 1, 26), plasser: whole(given['plasser'], -1000, 1000),
    rapport: word(given['rapport']), gjor: among(scheduleForms, given['gjor']), laget: word(given['laget']),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}
