import { isOutcome, isWorkTab, type Outcome, type WorkTab } from './tabs.js';

/** The page's own tabs, in their order; the words stand in the address. */
export const tabs = ['oversikt', 'gjor', 'hendelser', 'regler'] as const;
export type Tab = (typeof tabs)[number];

/** How much of the picture is seen at once. */
export const zooms = ['alt', 'ar', 'kvartal'] as const;
export type Zoom = (typeof zooms)[number];

/** What may be done with an event that is recorded. */
export const changes = ['rett', 'trekk'] as const;
export type Change = (typeof changes)[number];

/** What stands in the address of a patient's page: never a person's name or number. */
export interface PatientSearch {
  /** Without it: `oversikt`. */
  readonly fane?: string;
  /** The clock whose date is explained. */
  readonly frist?: string;
  readonly zoom?: Zoom;
  /** Whether the picture shows clocks that are settled too. */
  readonly alle?: true;
  /** The command whose form is open. */
  readonly handling?: string;
  /** What the commands are narrowed down to. */
  readonly finn?: string;
  /** The event that is being put right, and how. */
  readonly hendelse?: string;
  readonly endring?: Change;
  /** Whether the system's own observations are listed too. */
  readonly system?: true;
  /** The form that is open in a tab. */
  readonly apen?: string | undefined;
  /** The reminder that the address came from, and its link: its answer is asked for. */
  readonly paminnelse?: string;
  readonly lenke?: string;
  /** Filter of the access log. */
  readonly utfall?: Outcome | undefined;
}

const among = <Word extends string>(words: readonly Word[], given: unknown): Word | undefined => words.find((word) => word === given);
const word = (given: unknown): string | undefined => (typeof given === 'string' && given !== '' ? given : undefined);
const yes = (given: unknown): true | undefined => (given === true ? true : undefined);

/** Reads the address; what it does not know is left out. */
export function patientSearch(given: Readonly<Record<string, unknown>>): PatientSearch {
  const read = {
    fane: word(given['fane']), frist: word(given['frist']), zoom: among(zooms, given['zoom']), alle: yes(given['alle']), handling: word(given['handling']), finn: word(given['finn']),
    hendelse: word(given['hendelse']), endring: among(changes, given['endring']), system: yes(given['system']), apen: word(given['apen']), paminnelse: word(given['paminnelse']), lenke: word(given['lenke']),
    utfall: isOutcome(given['utfall']) ? given['utfall'] : undefined,
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

export const isTab = (given: unknown): given is Tab | WorkTab => isWorkTab(given) || tabs.some((tab) => tab === given);
