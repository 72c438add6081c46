import { canonicalSystem, type ReferralCode } from '@forlop/contracts';
import { field, items, object, objects, text, textOf, type Findings, type Node } from './node.js';
import { follow, type Place } from './read-parties.js';
import { DEFINITION_URI } from './systems.js';

interface Concept {
  readonly codes: readonly ReferralCode[];
  readonly words: readonly string[];
}

/** Codes with their system, and as words what has none. */
function readConcept(concept: Node, findings: Findings): Concept {
  const codes: ReferralCode[] = [];
  const words: string[] = [];
  for (const coding of objects(concept, 'coding', findings)) {
    const [system, code, display] = ['system', 'code', 'display'].map((name) => text(coding, name, findings)?.trim());
    if (system && code) {
      codes.push({ system: canonicalSystem(system), code, ...(display && { display }) });
    } else {
      findings.warning('uklar-opplysning', coding, 'Koden mangler kodeverk (system) eller selve koden. Den er tatt med som tekst.');
      words.push(...[display ?? code].filter((word) => word !== undefined));
    }
  }
  const whole = text(concept, 'text', findings);
  const isSaid = codes.some(({ display }) => display === whole);
  return { codes, words: whole === undefined || isSaid ? words : [...words, whole] };
}

/** The Condition that a `reasonReference` leads to; one that was not sent along is remarked on and read as its name. */
function readReasonReference(reference: Node, place: Place, findings: Findings): Concept {
  const target = follow(reference, place, findings);
  const code = target?.resource && target.type === 'Condition' ? object(target.resource, 'code', findings) : undefined;
  if (code) {
    return readConcept(code, findings);
  }
  findings.information('ikke-lest', reference, 'Årsaken det vises til, er ikke lest.');
  return { codes: [], words: target?.display ? [target.display] : [] };
}

/** The reasons for the referral: `reasonCode`, and the code of each Condition that `reasonReference` leads to. */
export function readReasons(place: Place, findings: Findings): Concept {
  const read = [
    ...objects(place.request, 'reasonCode', findings).map((concept) => readConcept(concept, findings)),
    ...objects(place.request, 'reasonReference', findings).map((reference) => readReasonReference(reference, place, findings)),
  ];
  const byKey = new Map(read.flatMap((concept) => concept.codes).map((code) => [JSON.stringify([code.system, code.code]), code]));
  return { codes: [...byKey.values()], words: read.flatMap((concept) => concept.words) };
}

/** What was asked for (`code`), in words. */
function readAsked(request: Node, findings: Findings): string | undefined {
  const code = object(request, 'code', findings);
  if (!code) {
    return undefined;
  }
  const { codes, words } = readConcept(code, findings);
  return words.at(-1) ?? codes[0]?.display ?? codes[0]?.code;
}

/** The free text: what was asked for when it is stated, reasons in words, and the notes. */
export function readText(request: Node, reasonWords: readonly string[], findings: Findings): string | undefined {
  const asked = readAsked(request, findings);
  const notes = objects(request, 'note', findings).flatMap((note) => text(note, 'text', findings) ?? []);
  const parts = [...(asked ? [`Bestilt: ${asked}`] : []), ...reasonWords, ...notes];
  return parts.length > 0 ? parts.join('\n\n') : undefined;
}

/** The pathway that the sender names in `instantiatesUri`. */
export function readDefinition(request: Node, findings: Findings): string | undefined {
  const uri = items(request, 'instantiatesUri', findings).flatMap((item) => textOf(item, findings) ?? []).find((value) => value.startsWith(DEFINITION_URI));
  const id = uri?.slice(DEFINITION_URI.length);
  if (id !== undefined && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    findings.warning('uklar-opplysning', `${request.path}.instantiatesUri`, 'Forløpet i instantiatesUri har ikke en gyldig id. Det er ikke tatt med.');
    return undefined;
  }
  return id;
}

/** Elements that may say something about the patient or the referral and are not read. */
const UNREAD = [
  'basedOn', 'replaces', 'orderDetail', 'occurrenceDateTime', 'occurrencePeriod', 'occurrenceTiming', 'asNeededBoolean',
  'asNeededCodeableConcept', 'supportingInfo', 'specimen', 'bodySite', 'patientInstruction', 'relevantHistory',
];

/** Tells the sender what was not taken along, so that nobody believes that it was. */
export function reportUnread(request: Node, findings: Findings): void {
  for (const name of UNREAD.filter((element) => field(request, element))) {
    const element = name.replace(/^(occurrence|asNeeded).*/, '$1');
    findings.information('ikke-lest', `${request.path}.${element}`, `Elementet ${element} er ikke tatt med i henvisningen.`);
  }
}
