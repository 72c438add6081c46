import { canonicalSystem, checkPersonIdentifier, LOCAL_HJELPENUMMER, systems, type AcceptedPersonIdentifier, type PersonIdentifierKind } from '@forlop/contracts';
import type { OsloDate } from '@forlop/calendar';
import { object, text, type Findings, type Node } from './node.js';

/** An identifier exactly as it was sent, valid or not: what a person needs to find out whom a referral is about. */
export interface RawIdentifier {
  readonly path: string;
  readonly system?: string;
  readonly value?: string;
}

export interface IdentifierOptions {
  readonly today: OsloDate;
  /** False refuses numbers of the test series. */
  readonly acceptSynthetic: boolean;
}

export interface PatientIdentifiers {
  /** Every identifier that was sent, in the order of sending. */
  readonly raw: readonly RawIdentifier[];
  /** Some were refused. */
  readonly hasInvalid: boolean;
  /** The one that the patient is known by. */
  readonly chosen?: AcceptedPersonIdentifier;
}

/** The national numbers identify for life, so they come first; a hospital's own only there. */
const preference: readonly PersonIdentifierKind[] = ['fodselsnummer', 'd-nummer', 'felles-hjelpenummer', 'hjelpenummer', 'annet'];
/** A person has one of these at a time. */
const unique = new Set<PersonIdentifierKind>(['fodselsnummer', 'd-nummer']);

function rawIdentifier(node: Node, findings: Findings): RawIdentifier {
  const system = text(node, 'system', findings);
  const value = text(node, 'value', findings);
  return { path: node.path, ...(system && { system }), ...(value && { value }) };
}

/** Past numbers (`use: old`, or a period that has ended) say who the patient was known as, not who it is. */
function isPast(node: Node, today: OsloDate, findings: Findings): boolean {
  const period = object(node, 'period', findings);
  const end = period && text(period, 'end', findings);
  return text(node, 'use', findings) === 'old' || (end !== undefined && end.slice(0, 10) < today);
}

/** A local hjelpenummer counts only with the hospital that gave it; without one it identifies nobody here. */
function systemOf(raw: RawIdentifier, node: Node, findings: Findings): string | undefined {
  if (raw.system === undefined || canonicalSystem(raw.system) !== 'HNR') {
    return raw.system;
  }
  const assigner = object(node, 'assigner', findings);
  const identifier = assigner && object(assigner, 'identifier', findings);
  const value = identifier && text(identifier, 'value', findings);
  return value && `${LOCAL_HJELPENUMMER}${value.replace(/\s/g, '')}`;
}

interface Checked {
  readonly node: Node;
  readonly check: ReturnType<typeof checkPersonIdentifier>;
}

function checkOne(node: Node, raw: RawIdentifier, options: IdentifierOptions, findings: Findings): Checked | undefined {
  const system = systemOf(raw, node, findings);
  if (raw.value === undefined) {
    findings.warning('mangler-nummer', node, 'Pasientens identifikator mangler nummer.');
    return undefined;
  }
  if (system === undefined) {
    findings.warning('uklar-opplysning', node, 'Pasientens nummer mangler system, eller et lokalt hjelpenummer mangler den som har gitt det. Det er ikke brukt.');
    return undefined;
  }
  return { node, check: checkPersonIdentifier(system, raw.value, { on: options.today, synthetic: options.acceptSynthetic }) };
}

/** Reports invalid numbers: an error unless the patient is known by a valid national number all the same. */
function reportInvalid(checked: readonly Checked[], chosen: AcceptedPersonIdentifier | undefined, findings: Findings): void {
  const isKnown = chosen !== undefined && chosen.kind !== 'annet' && chosen.kind !== 'hjelpenummer';
  for (const { node, check } of checked) {
    if (!check.ok) {
      (isKnown ? findings.lenient() : findings).error(check.code, `${node.path}.value`, check.message);
    }
  }
}

function reportConflicts(accepted: readonly AcceptedPersonIdentifier[], chosen: AcceptedPersonIdentifier, at: Node, findings: Findings): void {
  if (unique.has(chosen.kind) && accepted.some(({ kind, value }) => kind === chosen.kind && value !== chosen.value)) {
    findings.error('motstridende-identitet', at, 'Pasienten er oppgitt med to ulike numre som begge skal gjelde.');
  }
}

function reportOtherSystem(sentAs: string | undefined, chosen: AcceptedPersonIdentifier, at: Node, findings: Findings): void {
  if (chosen.kind === 'annet') {
    findings.information('annet-system', at, 'Pasienten er oppgitt med et nummer som ikke er norsk og ikke er kontrollert.');
  } else if (sentAs !== undefined && Object.values<string>(systems).includes(canonicalSystem(sentAs)) && canonicalSystem(sentAs) !== chosen.system) {
    findings.warning('uklar-opplysning', `${at.path}.system`, 'Nummeret er gyldig, men av en annen type enn systemet sier. Det er lest som den typen det er.');
  }
}

/** Reads a patient's identifiers, reports what is wrong with them and chooses the one that the patient is known by. */
export function readIdentifiers(nodes: readonly Node[], options: IdentifierOptions, findings: Findings): PatientIdentifiers {
  const raws = nodes.map((node) => rawIdentifier(node, findings));
  const checked = nodes.flatMap((node, i) => {
    const raw = raws[i] as RawIdentifier;
    return isPast(node, options.today, findings) ? [] : (checkOne(node, raw, options, findings) ?? []);
  });
  const accepted = checked.flatMap(({ check }) => (check.ok ? [check] : []));
  const chosen = preference.map((kind) => accepted.find((check) => check.kind === kind)).find((check) => check !== undefined);
  reportInvalid(checked, chosen, findings);
  const at = checked.find(({ check }) => check === chosen)?.node;
  const hasInvalid = checked.some(({ check }) => !check.ok);
  if (!chosen || !at) {
    return { raw: raws, hasInvalid };
  }
  reportConflicts(accepted, chosen, at, findings);
  reportOtherSystem(raws[nodes.indexOf(at)]?.system, chosen, at, findings);
  return { raw: raws, hasInvalid, chosen };
}
