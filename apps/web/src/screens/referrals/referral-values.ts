import type { Referral } from './queries.js';

/** What the form for a referral holds: text, so that nothing that is typed is lost. */
export interface ReferralTyped {
  readonly number: string;
  readonly given: string;
  readonly family: string;
  readonly birthDate: string;
  readonly receivedOn: string;
  readonly reason: string;
  /** The id of the pathway that somebody chose; empty: as the reason says. */
  readonly pathway: string;
  readonly referrerName: string;
  readonly referrerHpr: string;
  readonly text: string;
}

export const emptyReferral: ReferralTyped = { number: '', given: '', family: '', birthDate: '', receivedOn: '', reason: '', pathway: '', referrerName: '', referrerHpr: '', text: '' };

const fodselsnummer = 'urn:oid:2.16.578.1.12.4.1.4.1';
export const icpc2 = 'urn:oid:2.16.578.1.12.4.1.1.7170';

/** Our own form, as a source of referrals. */
const form = 'urn:forlop:skjema';

/**
 * The referral as the API takes it; what is empty is left out.
 * @param id of this referral: the same, however often it is sent.
 */
export function referralOf(typed: ReferralTyped, id: string): Referral {
  const of = (value: string): string | undefined => (value.trim() === '' ? undefined : value.trim());
  const [number, birthDate, reason, hpr, referrer, text] = [of(typed.number.replace(/\s/g, '')), of(typed.birthDate), of(typed.reason), of(typed.referrerHpr), of(typed.referrerName), of(typed.text)];
  const hasName = of(typed.given + typed.family) !== undefined;
  return {
    source: { kind: 'api', system: form, id },
    patient: {
      // A D-number under this system is known for what it is by its own digits.
      ...(number !== undefined && { identifier: { system: fodselsnummer, value: number } }),
      ...(birthDate !== undefined && { birthDate }),
      ...(hasName && { name: { given: typed.given.trim(), family: typed.family.trim() } }),
    },
    mottattdato: typed.receivedOn,
    reasonCodes: reason === undefined ? [] : [{ system: icpc2, code: reason.toUpperCase() }],
    ...(typed.pathway !== '' && { definition: typed.pathway }),
    ...((hpr !== undefined || referrer !== undefined) && { referrer: { ...(hpr !== undefined && { hpr }), ...(referrer !== undefined && { name: referrer }) } }),
    ...(text !== undefined && { text }),
  };
}
