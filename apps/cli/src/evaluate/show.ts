import { dateInWords } from '@forlop/calendar';
import { clockStatus, EVERYTHING_KNOWN, type ClockRow, type Definition, type Evaluation, type Explanation, type LedgerEvent } from '@forlop/pathway';
import { columns, section } from '../layout.js';
import { findingInWords, roleIn, statusWords, titleIn } from '../words.js';

/** An evaluation as people read it. */
export function evaluationLines(evaluation: Evaluation, definition: Definition, events: readonly LedgerEvent[]): string[] {
  const { asOf, knownAt, alarms } = evaluation;
  const known = knownAt === EVERYTHING_KNOWN ? '' : `, med det som var registrert til og med posisjon ${knownAt}`;
  return [
    `${definition.title.nb} (${definition.id} ${definition.version}), slik det er ${dateInWords(asOf)}${known}`,
    '',
    ...columns(facts(evaluation, definition)),
    ...section('Klokker', clockLines(evaluation, definition)),
    ...section('Neste steg', nextStepLines(evaluation, definition)),
    ...section('Avvik', evaluation.findings.map((finding) => `  ${findingInWords(finding, typeOf(finding.fact, events), definition)}`)),
    ...section('ALARM', alarms.map(({ from }) => `  Ingen har noe å gjøre for pasienten fra ${dateInWords(from)}: forløpet mangler et neste steg.`)),
  ];
}

function facts({ step, stepSince, endedOn, variant, groups, active }: Evaluation, definition: Definition): string[][] {
  const others = groups.filter((group) => group !== variant).map((group) => titleIn(definition.groups, group));
  return [
    ['Steg', `${titleIn(definition.steps, step)} (siden ${stepSince})`],
    ...(variant === null ? [] : [['Variant', titleIn(definition.groups, variant)]]),
    ...(others.length === 0 ? [] : [['Grupper', others.join(', ')]]),
    ...(endedOn === null ? [] : [['Avsluttet', endedOn]]),
    ...(active || endedOn !== null ? [] : [['Aktivt', 'nei, ingenting har hendt ennå']]),
  ];
}

function clockLines({ clocks, asOf }: Evaluation, definition: Definition): string[] {
  const rows = clocks.map((row) => [row.key, titleIn(definition.clocks, row.clock), statusWords[clockStatus(row, asOf)], datesOf(row)]);
  return columns(rows, '  ');
}

/** The dates that say the most: the due date, and how it went. */
function datesOf({ startOn, dueOn, metOn, endedOn, bookedOn }: ClockRow): string {
  return [
    dueOn === null ? `fra ${startOn}, uten frist` : `frist ${dueOn}`,
    ...(metOn === null ? [] : [`oppfylt ${metOn}`]),
    ...(endedOn === null ? [] : [`avsluttet ${endedOn}`]),
    ...(bookedOn === null || metOn !== null || endedOn !== null ? [] : [`time ${bookedOn}`]),
  ].join(', ');
}

function nextStepLines({ nextSteps }: Evaluation, definition: Definition): string[] {
  return columns(nextSteps.map(({ dueOn, owner, rule, clockKey }) => [dueOn, roleIn(definition, owner), `${titleIn(definition.clocks, rule)} (${clockKey})`]), '  ');
}

const typeOf = (fact: string, events: readonly LedgerEvent[]): string => events.find(({ id }) => id === fact)?.type ?? fact;

/** Why a deadline is what it is, as people read it. */
export function explanationLines({ clockKey, rule, sources, versions, events, sentences, shown }: Explanation): string[] {
  return [
    `${rule.title} (${clockKey})`,
    '',
    ...sentences,
    ...section('Kilder', sources.map(({ title, locator, note }) => `  ${title}${locator === undefined ? '' : `, ${locator}`}${note === undefined ? '' : `: ${note}`}`)),
    ...section('Hendelser den bygger på', columns(events.map(({ occurredOn, type, id, correctedBy }) => [occurredOn, type, `${id}${correctedBy.length === 0 ? '' : ` (rettet av ${correctedBy.join(', ')})`}`]), '  ')),
    ...section('Vist i listene', columns(shown.map(({ from, to, status, dueOn }) => [`${from} – ${to ?? ''}`, statusWords[status], dueOn === null ? '' : `frist ${dueOn}`]), '  ')),
    '',
    `Definisjon ${versions.definition}, kalender ${versions.calendar}, kjerne ${versions.kernel}.`,
  ];
}
