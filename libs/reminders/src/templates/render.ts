import type { OsloDate } from '@forlop/calendar';
import type { Wording } from '@forlop/workflows';
import { dateInLanguage } from './date-in-language.js';
import type { Templates } from './load.js';
import { fill, oneLine, type Values } from './places.js';
import { TemplateError } from './template-error.js';
import type { Carries, ItemTemplate, Language, LetterTemplate, TemplateVersion } from './types.js';

/** What every channel may be told of a reminder. */
export interface OpenFacts {
  /** Opaque; people use it on the telephone. */
  readonly reference: string;
  readonly due: OsloDate | null;
  /** Where to log in and see what it is about. */
  readonly link: string;
  /** Where it is answered by a signed link; null: it cannot be. */
  readonly answerLink: string | null;
  /** The organisation that asks. */
  readonly organisation: string;
}

/** What only channels that carry health are told. */
export interface PatientFacts {
  readonly dutyTitle: string;
  readonly patientName: string;
  readonly personNumber: string | null;
}

/** A reminder to be written, with the facts that its channel may carry and no others. */
export type ItemToRender = { readonly wording: Wording; readonly language: Language } & (
  | ({ readonly carries: 'nothing' } & OpenFacts & { readonly [P in keyof PatientFacts]?: never })
  | ({ readonly carries: 'health' } & OpenFacts & PatientFacts)
);

/** Which template a text was made by. */
export interface TemplateRef {
  readonly id: string;
  readonly version: number;
}

/** One reminder as text. */
export interface RenderedItem {
  /** For when it goes alone. */
  readonly subject: string;
  /** What it says, with the facts under it; no greeting. */
  readonly content: string;
  readonly organisation: string;
  /** Of the item and of the letter, whose lines it also holds. */
  readonly templates: readonly TemplateRef[];
}

/** All that one receiver is sent, as text. */
export interface RenderedLetter {
  readonly subject: string;
  readonly text: string;
  readonly templates: readonly TemplateRef[];
}

/**
 * Writes one reminder by the version in force on the day. For a channel that carries nothing only the open facts are
 * looked at, whatever else the object holds.
 * @throws TemplateError `no-template` before the first version.
 */
export function renderItem(templates: Templates, item: ItemToRender, on: OsloDate): RenderedItem {
  const { wording, language, carries } = item;
  const template = itemTemplate(templates, wording, carries, language, on);
  const letter = letterTemplate(templates, carries, language, on);
  const values = { ...openValues(item), ...(item.carries === 'health' ? patientValues(item) : {}) };
  return {
    subject: oneLine(fill(template.subject, values)),
    content: `${fill(template.body, values)}\n\n${fill(letter.facts, values)}`,
    organisation: oneLine(item.organisation),
    templates: [refOf(template), refOf(letter)],
  };
}

/**
 * Writes the letter around one or several reminders, with one greeting. The subject of one is its own, of several the
 * letter's.
 * @throws TemplateError `no-template` before the first version; RangeError when there is nothing to send.
 */
export function renderLetter(templates: Templates, items: readonly RenderedItem[], { language, carries }: { readonly language: Language; readonly carries: Carries }, on: OsloDate): RenderedLetter {
  const [first] = items;
  if (first === undefined) throw new RangeError('A letter without reminders is none.');
  const letter = letterTemplate(templates, carries, language, on);
  const alone = items.length === 1;
  const values = {
    count: String(items.length),
    items: alone ? first.content : items.map(({ content }, index) => `${index + 1}. ${content}`).join('\n\n'),
    organisations: [...new Set(items.map(({ organisation }) => organisation))].join(', '),
  };
  return {
    subject: alone ? first.subject : fill(letter.digestSubject, values),
    text: `${fill(alone ? letter.single : letter.digest, values)}\n`,
    templates: distinct([...items.flatMap((item) => item.templates), refOf(letter)]),
  };
}

/** The item's template in force on the day. @throws TemplateError `no-template`. */
export function itemTemplate({ items }: Templates, wording: Wording, carries: Carries, language: Language, on: OsloDate): ItemTemplate {
  return inForce(items.get(`${wording}.${carries}.${language}`), `${wording}.${carries}.${language}`, on);
}

/** The letter's template in force on the day. @throws TemplateError `no-template`. */
export function letterTemplate({ letters }: Templates, carries: Carries, language: Language, on: OsloDate): LetterTemplate {
  return inForce(letters.get(`letter.${carries}.${language}`), `letter.${carries}.${language}`, on);
}

function inForce<T extends TemplateVersion>(versions: readonly T[] | undefined, id: string, on: OsloDate): T {
  const found = versions?.findLast(({ validFrom }) => validFrom <= on);
  if (found === undefined) throw new TemplateError('no-template', `Ingen versjon av meldingsmalen ${id} gjelder ${on}.`);
  return found;
}

function openValues({ wording, language, reference, due, link, answerLink, organisation }: ItemToRender): Values {
  return {
    reference: oneLine(reference),
    // What no longer applies has no day that it is due.
    due: due === null || wording === 'withdraw' ? null : dateInLanguage(due, language),
    link: oneLine(link),
    answerLink: answerLink === null ? null : oneLine(answerLink),
    organisation: oneLine(organisation),
  };
}

function patientValues({ dutyTitle, patientName, personNumber }: PatientFacts): Values {
  return { dutyTitle: oneLine(dutyTitle), patientName: oneLine(patientName), personNumber: personNumber === null ? null : oneLine(personNumber) };
}

const refOf = ({ id, version }: TemplateRef): TemplateRef => ({ id, version });

function distinct(refs: readonly TemplateRef[]): TemplateRef[] {
  return [...new Map(refs.map((ref) => [`${ref.id}@${ref.version}`, ref])).values()];
}
