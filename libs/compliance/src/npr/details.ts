import type { OsloDate } from '@forlop/calendar';
import type { StandingFact } from '@forlop/pathway';
import { causeOf8446, code8446Of } from '../cause.js';
import { contactTypeOf, dayOf, ofType, textOf, type Said } from './fields.js';

/** What a row says of one postponement or contact. */
export interface DetailCells {
  readonly on: OsloDate | null;
  /** 8446. */
  readonly cause: string | null;
  readonly newOn: OsloDate | null;
  /** What was put off, in the definition's own word. */
  readonly concerns: string | null;
  /** 8432. */
  readonly contactType: string | null;
  /** Who had the contact, in the definition's own word. */
  readonly role: string | null;
}

/** Postponements as registered, and each time that the patient did not come unless it is registered as a postponement too. */
export function postponementsOf(facts: readonly StandingFact[]): Said<Partial<DetailCells>>[] {
  const put = ofType(facts, 'utsatt');
  return facts.flatMap((fact) => {
    if (fact.type === 'utsatt') return [postponement(fact, causeOf8446(textOf(fact, 'kode')))];
    return fact.type === 'ikkeMott' && !put.some((other) => tellsOf(other, fact)) ? [postponement(fact, 'did-not-attend')] : [];
  });
}

function postponement(fact: StandingFact, registered: ReturnType<typeof causeOf8446>): Said<Partial<DetailCells>> {
  const [cause, newOn] = [code8446Of(registered), dayOf(fact, 'nyDato')];
  return {
    cells: { on: fact.occurredOn, cause, newOn, concerns: textOf(fact, 'gjelder') },
    remarks: [...(cause === null ? ['arsak-ukjent' as const] : []), ...(newOn === null ? ['ny-dato-mangler' as const] : [])],
  };
}

/** The same no-show, registered as a postponement: of the same time, or, where no time is named, of the same day. */
function tellsOf(put: StandingFact, missed: StandingFact): boolean {
  if (causeOf8446(textOf(put, 'kode')) !== 'did-not-attend') return false;
  const [one, other] = [textOf(put, 'timeId'), textOf(missed, 'timeId')];
  return one !== null && other !== null ? one === other : put.occurredOn === missed.occurredOn;
}

/** Contacts, with whoever had them. */
export const contactsOf = (facts: readonly StandingFact[]): Said<Partial<DetailCells>>[] =>
  ofType(facts, 'kontaktRegistrert').map((fact) => {
    const { cells: contactType, remarks } = contactTypeOf(fact);
    return { cells: { on: fact.occurredOn, contactType, role: textOf(fact, 'rolle') }, remarks };
  });
