import type { Element } from '../xml/element.js';
import { codeOf, identifiersOf, type Identifiers } from './codes.js';

/** An organisation or a unit in it, as a hodemelding names it. */
export interface NamedUnit {
  readonly name: string | null;
  readonly identifiers: Identifiers;
}

/** A person, as a hodemelding names them. */
export interface NamedPerson {
  readonly givenName: string | null;
  readonly middleName: string | null;
  readonly familyName: string | null;
  readonly identifiers: Identifiers;
}

/** A sender or receiver. */
export interface Party {
  /** From the highest organisation to the lowest unit. */
  readonly units: readonly NamedUnit[];
  readonly professional: NamedPerson | null;
  /** Every HER-id in it, from the highest organisation to the person. */
  readonly herIds: readonly string[];
  /** The HER-id that the message is from or to: the person's, otherwise the lowest unit's that has one. */
  readonly herId: string | null;
  readonly hprNumber: string | null;
}

const MAX_LEVELS = 10;

function identifiers(element: Element): Identifiers {
  return identifiersOf(element.children('Ident').map((ident) => [codeOf(ident.child('TypeId'))?.code ?? null, ident.textOf('Id')] as const));
}

/** A person's names and identifiers; null if the element is not there. */
export function personOf(element: Element | null): NamedPerson | null {
  if (element === null) return null;
  return { givenName: element.textOf('GivenName'), middleName: element.textOf('MiddleName'), familyName: element.textOf('FamilyName'), identifiers: identifiers(element) };
}

/** A sender or receiver: the chain of organisations inside one another, and the person in one of them. */
export function partyOf(element: Element): Party {
  const units: NamedUnit[] = [];
  let professional: NamedPerson | null = null;
  for (let at = element.child('Organisation'); at !== null && units.length < MAX_LEVELS; at = at.child('Organisation')) {
    units.push({ name: at.textOf('OrganisationName'), identifiers: identifiers(at) });
    professional = personOf(at.child('HealthcareProfessional')) ?? professional;
  }
  const herIds = [...units, ...(professional === null ? [] : [professional])].flatMap(({ identifiers: has }) => has['HER'] ?? []);
  return { units, professional, herIds, herId: herIds.at(-1) ?? null, hprNumber: professional?.identifiers['HPR'] ?? null };
}
