import { engineEvents, type Definition, type EventSpec, type FieldSpec } from '@forlop/pathway';
import { code, listed, table } from './markdown.js';

const TYPES: Readonly<Record<FieldSpec['type'], string>> = {
  date: 'dato (ÅÅÅÅ-MM-DD)', code: 'kode', codes: 'liste med koder', number: 'tall', boolean: 'true eller false', id: 'id (bokstaver, tall, . _ : -)',
};

/** The event vocabulary of all definitions as Markdown: what may be recorded, with which data, in which order on one date. */
export function eventsDocument(definitions: readonly Definition[]): string {
  return [...introduction(), ...overview(definitions), ...definitions.flatMap((d) => ownEvents(d, definitions))].join('\n');
}

function introduction(): string[] {
  return [
    '# Hendelser', '',
    'Laget av `scripts/rules.mjs` fra definisjonene. Rett definisjonene, ikke denne teksten.', '',
    'Et forløp er en rekke hendelser. Ingenting overskrives: en rettelse er en ny hendelse som navngir den gamle.', '',
    ...table(['Del', 'Betydning'], [
      ['`id`', 'Hendelsens egen id.'],
      ['`type`', 'Hva som skjedde: en av typene under.'],
      ['`kind`', '`fact` (det hendte), `decision` (en person valgte det gjennom en kommando) eller `observation` (systemet så eller gjorde det). Kjernen leser aldri observasjoner.'],
      ['`occurredOn`', 'Datoen det skjedde, som dato i Norge. For `henvisningMottatt` er det mottattdatoen. Kan ikke ligge fram i tid.'],
      ['`recordedAt`', 'Øyeblikket det ble registrert (UTC). Settes av hovedboken.'],
      ['`data`', 'Feltene under. Bare koder, datoer, tall og id-er. Navn og fritekst hører ikke hjemme her.'],
      ['`corrects`', 'Id-en til hendelsen som får ny dato eller nytt innhold. Samme type, og hele det nye innholdet.'],
      ['`retracts`', 'Id-en til hendelsen som aldri skjedde.'],
    ]), '',
    'Fritekst (en begrunnelse, et notat) følger ved siden av hendelsen og forsegles under pasientens nøkkel. «Kreves» betyr at hendelsen ikke kan registreres uten.', '',
    'Hendelser på samme dato ordnes etter rang, deretter id. Rekkefølgen de kom inn i, betyr ingenting.', '',
    `Motorens egne hendelser er ${code(engineEvents.created)} (den første i hvert forløp: definisjon, kalender og valg) og ${code(engineEvents.moved)} (flyttet til andre regler, med grunn). De defineres ikke her.`, '',
  ];
}

function overview(definitions: readonly Definition[]): string[] {
  const marks = new Map(definitions.flatMap((d) => Object.entries(d.ageMarks)));
  return [
    '## Aldersmerker', '',
    'Dager i pasientens liv som kjernen selv regner ut, og som reglene kan nevne som hendelser. De registreres ikke.', '',
    ...table(['Merke', 'Dag'], [...marks].map(([id, mark]) => [code(`@${id}`), mark.title.nb])), '',
  ];
}

/** Events of the first definition that has them; later definitions list only what is their own, or differs. */
function ownEvents(definition: Definition, all: readonly Definition[]): string[] {
  const earlier = all.slice(0, all.indexOf(definition));
  const own = Object.entries(definition.events).filter(([type, spec]) => !earlier.some((d) => JSON.stringify(d.events[type]) === JSON.stringify(spec)));
  const shared = Object.keys(definition.events).length - own.length;
  return [
    `## ${definition.title.nb} (${code(`${definition.id}@${definition.version}`)})`, '',
    ...(shared === 0 ? [] : [`${shared} hendelser er de samme som i ${listed(earlier.map((d) => code(d.id)), 'og')}, og står der. Resten:`, '']),
    ...own.sort(([a, x], [b, y]) => x.rank - y.rank || (a < b ? -1 : 1)).flatMap(([type, spec]) => eventSection(type, spec)),
  ];
}

function eventSection(type: string, spec: EventSpec): string[] {
  const text = spec.text === undefined ? 'ingen' : spec.text === 'required' ? 'kreves' : 'kan følge med';
  return [
    `### ${code(type)}: ${spec.title.nb}`, '',
    `Rang ${spec.rank}. Fritekst: ${text}.`, '',
    ...table(['Felt', 'Betydning', 'Type', 'Koder'], Object.entries(spec.fields ?? {}).map(([name, field]) => fieldRow(name, field))),
    ...(spec.fields === undefined ? [] : ['']),
  ];
}

function fieldRow(name: string, field: FieldSpec): string[] {
  const range = field.min === undefined && field.max === undefined ? '' : ` (${field.min ?? ''}–${field.max ?? ''})`;
  const notes = [field.required === true && 'kreves', field.mayBeFuture === true && 'kan ligge fram i tid'].filter(Boolean).join(', ');
  return [
    code(name), field.title.nb, `${TYPES[field.type]}${range}${notes === '' ? '' : `, ${notes}`}`,
    Object.entries(field.codes ?? {}).map(([value, label]) => `${code(value)} ${label.nb}`).join('<br>'),
  ];
}
