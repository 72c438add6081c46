import type { ClockStatus, Definition, Finding } from '@forlop/pathway';

/** Statuses of clocks as people read them. */
export const statusWords: Readonly<Record<ClockStatus, string>> = {
  'not-started': 'ikke begynt',
  running: 'løper',
  warned: 'varslet',
  'at-risk': 'i fare',
  broken: 'brutt',
  met: 'holdt',
  'met-late': 'holdt for sent',
  'passed-by-patient': 'passert av pasienten',
  closed: 'avsluttet',
};

/** The title of a step, group, clock, duty or other part; its id where it has none. */
export function titleIn(parts: readonly { readonly id: string; readonly title: { readonly nb: string } }[], id: string): string {
  return parts.find((part) => part.id === id)?.title.nb ?? id;
}

/** A role as people call it. */
export const roleIn = (definition: Definition, role: string): string => definition.roles[role]?.nb ?? role;

/** The title of an event type. */
export const eventIn = (definition: Definition, type: string): string => definition.events[type]?.title.nb ?? type;

/** Why a fact is on the list of findings; the codes are the kernel's. */
const findingSentences: Readonly<Record<string, (finding: Finding, definition: Definition) => string>> = {
  'unexpected-in-step': ({ detail }, { steps }) => `passer ikke i steget «${titleIn(steps, one(detail, 'step'))}». Det er tatt vare på.`,
  'requirement-blocks': (finding, definition) => `mangler ${missingIn(finding, definition)}, og regnes derfor ikke som gjennomført.`,
  'requirement-not-met': (finding, definition) => `mangler ${missingIn(finding, definition)}.`,
  'new-date-after-breach': ({ detail }) => `ny dato ${one(detail, 'new')} etter at fristen ${one(detail, 'old')} var passert. Bruddet står.`,
  'new-date-after-clock': () => 'kom etter at klokken var avsluttet, og endrer den ikke.',
  'met-before-start': ({ detail }) => `kom før klokken begynte å løpe (${one(detail, 'startOn')}).`,
  'corrects-unknown': () => 'retter en hendelse som ikke finnes her.',
  'corrected-twice': () => 'er rettet to ganger hver for seg. Den siste rettingen gjelder.',
};

/** A finding in one line. */
export function findingInWords(finding: Finding, type: string, definition: Definition): string {
  const sentence = findingSentences[finding.code]?.(finding, definition) ?? `passer ikke med resten (${finding.code}).`;
  return `${finding.occurredOn}  ${eventIn(definition, type)}: ${sentence}${finding.rule === null ? '' : ` [${finding.rule}]`}`;
}

/** What a requirement lacks, by the titles of its needs; the kernel gives each need as its codes joined by `|`. */
function missingIn({ detail, rule }: Finding, { requirements }: Definition): string {
  const needs = requirements.find(({ id }) => id === rule)?.needs ?? [];
  const titles = [detail['missing'] ?? []].flat().map((codes) => needs.find(({ anyOf }) => anyOf.join('|') === codes)?.title.nb ?? codes);
  return titles.join(', ');
}

const one = (detail: Finding['detail'], key: string): string => [detail[key] ?? '?'].flat().join(', ');
