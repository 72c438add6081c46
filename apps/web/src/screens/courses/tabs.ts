import type { Offer } from './queries.js';

/** The parts of a course's page; the words stand in the address. */
export const tabs = ['deltakere', 'venteliste', 'oppmote', 'endre'] as const;
export type Tab = (typeof tabs)[number];

export const isTab = (word: unknown): word is Tab => tabs.some((tab) => tab === word);

/** Those in line, the next first; those whose place is hidden come last. */
export const waitingLine = (offers: readonly Offer[]): readonly Offer[] =>
  offers.filter(({ state }) => state === 'waiting').sort((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity));

/** Those who are not in line. */
export const participants = (offers: readonly Offer[]): readonly Offer[] => offers.filter(({ state }) => state !== 'waiting');

/** Those whose attendance is kept: they have said yes, or have been on the course. */
export const attending = (offers: readonly Offer[]): readonly Offer[] => offers.filter(({ state }) => state === 'accepted' || state === 'completed' || state === 'interrupted');

export type OfferStep = 'accepted' | 'declined' | 'not-relevant' | 'withdrawn' | 'completed' | 'interrupted';

/** What is offered to be recorded in each state; the API decides. */
export const stepsFrom: Readonly<Partial<Record<Offer['state'], readonly OfferStep[]>>> = {
  waiting: ['declined', 'not-relevant', 'withdrawn'],
  offered: ['accepted', 'declined', 'not-relevant', 'withdrawn'],
  accepted: ['completed', 'interrupted', 'not-relevant'],
};
