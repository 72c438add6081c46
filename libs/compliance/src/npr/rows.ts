import type { OsloDate } from '@forlop/calendar';
import type { StandingFact } from '@forlop/pathway';
import { contactsOf, postponementsOf, type DetailCells } from './details.js';
import { noReferral, referralOf, type ReferralCells } from './referral.js';
import { nprRemarks, type NprRemark } from './remarks.js';

/** By which events a referral is received. */
export const receivedAs = ['henvisningMottatt', 'henvisningIKarantene'] as const;

/** A pathway as NPR-shaped rows are made of it: what stands as known at the time asked about, by pseudonym. */
export interface NprPathway {
  /** Keyed hashes: the same in every export of one installation, and not reversible without its key. */
  readonly referral: string;
  readonly patient: string;
  readonly organisation: { readonly orgNumber: string | null; readonly reshId: string | null };
  readonly definition: string;
  /** By date (`standingFacts`). */
  readonly facts: readonly StandingFact[];
}

/** H: the referral. U: a postponement of it. K: a contact. As in an extract that is read by a mapping (docs/import.md). */
export type NprRowKind = 'H' | 'U' | 'K';

/** One line: what is registered, in the official codes, and what could not be said. Null: not registered, or not of this kind of row. */
export interface NprRow extends Pick<NprPathway, 'referral' | 'patient' | 'organisation' | 'definition'>, ReferralCells, DetailCells {
  readonly kind: NprRowKind;
  readonly remarks: readonly NprRemark[];
}

const noDetail: DetailCells = { on: null, cause: null, newOn: null, concerns: null, contactType: null, role: null };

/** The rows of a pathway: its referral, then its postponements and contacts by date. None for one that no referral is known of. */
export function nprRowsOf(pathway: NprPathway): NprRow[] {
  const { facts } = pathway;
  const referral = referralOf(facts);
  if (referral === null) return [];
  const { referral: id, patient, organisation, definition } = pathway;
  const whose = { referral: id, patient, organisation, definition };
  return [
    { ...whose, kind: 'H', ...noDetail, ...referral.cells, remarks: referral.remarks },
    ...postponementsOf(facts).map(({ cells, remarks }): NprRow => ({ ...whose, kind: 'U', ...noReferral, ...noDetail, ...cells, remarks })),
    ...contactsOf(facts).map(({ cells, remarks }): NprRow => ({ ...whose, kind: 'K', ...noReferral, ...noDetail, ...cells, remarks })),
  ];
}

type Cell = (row: NprRow) => string | OsloDate | null;
const column = (label: string, kind: 'text' | 'date', cell: Cell) => ({ label, kind, cell });

/** The columns of the file, named by the field's own words and the number of the code system. */
export const nprColumns = [
  column('Rad', 'text', ({ kind }) => kind),
  column('Henvisning', 'text', ({ referral }) => referral),
  column('Pasient', 'text', ({ patient }) => patient),
  column('Organisasjonsnummer', 'text', ({ organisation }) => organisation.orgNumber),
  column('RESH-id', 'text', ({ organisation }) => organisation.reshId),
  column('Definisjon', 'text', ({ definition }) => definition),
  column('Mottattdato', 'date', ({ receivedOn }) => receivedOn),
  column('Ansiennitetsdato', 'date', ({ seniorityOn }) => seniorityOn),
  column('Henvisningstype', 'text', ({ referralType }) => referralType),
  column('Vurderingsdato', 'date', ({ assessedOn }) => assessedOn),
  column('Svar (9148)', 'text', ({ answer }) => answer),
  column('Utfall', 'text', ({ outcome }) => outcome),
  column('Frist for start av helsehjelp', 'date', ({ dueOn }) => dueOn),
  column('Startdato', 'date', ({ startedOn }) => startedOn),
  column('Kontakttype ved start (8432)', 'text', ({ startContactType }) => startContactType),
  column('Ventetid sluttdato', 'date', ({ waitEndedOn }) => waitEndedOn),
  column('Ventetid sluttkode (8445)', 'text', ({ waitEndCode }) => waitEndCode),
  column('Dato', 'date', ({ on }) => on),
  column('Utsettelseskode (8446)', 'text', ({ cause }) => cause),
  column('Ny dato', 'date', ({ newOn }) => newOn),
  column('Gjelder', 'text', ({ concerns }) => concerns),
  column('Kontakttype (8432)', 'text', ({ contactType }) => contactType),
  column('Rolle', 'text', ({ role }) => role),
  column('Merknad', 'text', ({ remarks }) => (remarks.length === 0 ? null : remarks.map((remark) => nprRemarks[remark]).join(' '))),
] as const;

/** A row in the order of `nprColumns`. */
export const nprLine = (row: NprRow): (string | null)[] => nprColumns.map(({ cell }) => cell(row));
