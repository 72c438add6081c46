import type { Wording } from '@forlop/workflows';

/** What a channel may carry: `nothing` of the patient (a reference, a frist, a link), or `health` (name, number, content). */
export const carriages = ['nothing', 'health'] as const;
export type Carries = (typeof carriages)[number];

/** Bokmål, nynorsk, English. */
export const languages = ['nb', 'nn', 'en'] as const;
export type Language = (typeof languages)[number];

/** All that can be said. The record makes the compiler ask for a new wording here. */
const allWordings: Readonly<Record<Wording, true>> = {
  remind: true, 'remind-again': true, 'send-helfo-notice': true, 'convene-meeting': true, 'complete-meeting': true, 'offer-course': true,
  'offer-course-again': true, 'collect-prom': true, 're-evaluate': true, escalate: true, 'escalate-unconfirmed': true, withdraw: true,
};
export const wordings = Object.keys(allWordings) as readonly Wording[];

/** Places that any template may name. None of them says anything of the patient. */
export const openPlaces = ['reference', 'due', 'link', 'answerLink', 'organisation'] as const;
/** Places that only templates which carry health may name. A duty's title can reveal a diagnosis. */
export const patientPlaces = ['dutyTitle', 'patientName', 'personNumber'] as const;
export type OpenPlace = (typeof openPlaces)[number];
export type PatientPlace = (typeof patientPlaces)[number];
/** Places of the letter around the items. */
export const letterPlaces = ['count', 'items', 'organisations'] as const;
export type LetterPlace = (typeof letterPlaces)[number];

/** One text, in one version. What was sent names it, so no version is ever changed or taken out. */
export interface TemplateVersion {
  /** Whole number from 1. */
  readonly version: number;
  /** The first day that it is used, `YYYY-MM-DD` in Oslo. */
  readonly validFrom: string;
}

/** What is said of one reminder: a subject for when it goes alone, and what it says. Places are written `{name}`. */
export interface ItemTemplate extends TemplateVersion {
  readonly id: string;
  readonly language: Language;
  readonly carries: Carries;
  readonly wording: Wording;
  readonly subject: string;
  readonly body: string;
}

/** The letter around the items, and the lines under each. A line that names a place without a value falls out. */
export interface LetterTemplate extends TemplateVersion {
  readonly id: string;
  readonly language: Language;
  readonly carries: Carries;
  /** Lines under what an item says. */
  readonly facts: string;
  /** Subject of a digest. */
  readonly digestSubject: string;
  /** Around one item. */
  readonly single: string;
  /** Around several. */
  readonly digest: string;
}

/** All templates in one language for what one kind of channel carries. */
export interface TemplateSet {
  readonly items: readonly ItemTemplate[];
  readonly letters: readonly LetterTemplate[];
}
