import type { CommandSpec, Definition, RequirementSpec } from '@forlop/pathway';
import { clockSection, sourcesText } from './clock-section.js';
import { bullets, code, listed, table } from './markdown.js';
import { spanText, STATUS, Wording } from './norwegian.js';

/**
 * The rules of one definition as Markdown in bokmål, for clinicians and lawyers. Checked in, so that a change of a rule
 * shows as a change of the text that people approve.
 */
export function ruleDocument(definition: Definition): string {
  const words = new Wording(definition);
  return [
    ...heading(definition), ...choices(definition), ...groups(definition, words), ...attributes(definition, words), ...steps(definition, words), ...clocks(definition, words),
    ...requirements(definition, words), ...plans(definition, words), ...courses(definition, words), ...meetings(definition, words), ...countables(definition, words), ...retention(definition), ...commands(definition, words),
    ...openPoints(definition), ...sources(definition),
  ].join('\n');
}

function heading({ id, version, title, description, status, validFrom, validTo, calendar }: Definition): string[] {
  return [
    `# ${title.nb}`, '',
    `Laget av \`scripts/rules.mjs\` fra definisjonen ${code(`${id}@${version}`)}. Rett definisjonen, ikke denne teksten.`, '',
    ...(description === undefined ? [] : [description.nb, '']),
    ...bullets([
      ['Status', STATUS[status]], ['Gjelder', `fra ${validFrom}${validTo === undefined ? '' : ` til ${validTo}`}`], ['Kalender', `${calendar.id} ${calendar.version}`],
    ]), '',
    'Hver regel har en status: *gjeldende* er lov eller publisert forløp, *høringsutkast* er Helsedirektoratets utkast, *foreslått* er fagnettverkets forslag, og *lokalt valg* er tatt der kildene er åpne. Bare lovfestede frister som gjelder, kan føre til varsel til Helfo. En frist er en dato: den er holdt av det som skjer på datoen eller før, og brutt fra dagen etter. «n uker» er n × 7 kalenderdager. Virkedager følger kalenderen.', '',
  ];
}

function choices({ parameters }: Definition): string[] {
  const rows = Object.entries(parameters).map(([id, p]) => [code(id), p.title.nb, p.values.join(', '), String(p.default)]);
  return rows.length === 0 ? [] : ['## Valg', '', ...table(['Valg', 'Betydning', 'Verdier', 'Standard'], rows), ''];
}

function groups(definition: Definition, words: Wording): string[] {
  const rows = definition.groups.map((g) => [code(g.id), `${g.title.nb}${g.variant === true ? ' (variant)' : ''}`, words.condition(g.when), STATUS[g.status], sourcesText(g.sources)]);
  return rows.length === 0 ? [] : ['## Pasientgrupper', '', 'Bare én variant vises for hver pasient: den første som passer.', '', ...table(['Gruppe', 'Navn', 'Når', 'Status', 'Kilde'], rows), ''];
}

/** What the rules remember of a patient, so that a reader of a condition can find what made it true. */
function attributes(definition: Definition, words: Wording): string[] {
  const rows = Object.entries(definition.attributes).map(([id, { title, setBy }]) => [code(id), title.nb, setBy.map((setter) => words.setter(setter)).join('; ')]);
  return rows.length === 0 ? [] : [
    '## Opplysninger', '',
    'Det reglene husker om pasienten. En hendelse setter opplysningene før den flytter pasienten til et nytt steg; steget i et vilkår her er altså det pasienten kom fra. Settes en opplysning flere ganger av samme hendelse, gjelder den siste. Mangler feltet i hendelsen, står opplysningen som før.', '',
    ...table(['Opplysning', 'Navn', 'Settes av'], rows), '',
  ];
}

function steps(definition: Definition, words: Wording): string[] {
  const moves = definition.transitions.map(({ on, from, to, milestone, newEpisode }) => [
    from === '*' ? 'alle steg' : listed(from.map((s) => words.step(s)), 'eller'), words.match(on), words.step(to),
    [milestone === true && 'også fra andre steg, med avvik', newEpisode === true && 'ny vurdering etter loven: frister begynner på nytt'].filter(Boolean).join('; '),
  ]);
  return [
    '## Steg', '',
    ...table(['Steg', 'Navn', 'Ansvarlig', 'Kontakter som ser forløpet'], definition.steps.map((s) => [
      code(s.id), `${s.title.nb}${s.terminal === true ? ' (siste)' : ''}`, s.owner === undefined ? '' : words.role(s.owner), (s.seenBy ?? []).map((role) => words.role(role)).join(', '),
    ])), '',
    `Forløpet begynner i ${words.step(definition.initialStep)}. ${words.anyOf(definition.endsEverything)} avslutter alt på dagen.`, '',
    ...table(['Fra', 'Hendelse', 'Til', 'Merknad'], moves), '',
  ];
}

function clocks(definition: Definition, words: Wording): string[] {
  return ['## Frister og klokker', '', ...definition.clocks.flatMap((clock) => clockSection(clock, definition, words))];
}

function requirements(definition: Definition, words: Wording): string[] {
  if (definition.requirements.length === 0) return [];
  return ['## Krav', '', ...definition.requirements.flatMap((r) => requirementSection(r, words))];
}

function requirementSection(requirement: RequirementSpec, words: Wording): string[] {
  const { id, title, status, sources: citations, gather, needs, optional, when, gates, onlyAtGate } = requirement;
  const needed = needs.map(({ title: name, anyOf, when: only, unless }) => `${name.nb} (${[
    listed(anyOf.map(code), 'eller'), ...(only === undefined ? [] : [`når ${words.condition(only)}`]), ...(unless === undefined ? [] : [`unntatt når ${words.condition(unless)}`]),
  ].join(', ')})`);
  const gate = gates === undefined ? null : gates.gate === 'blocks'
    ? `${words.match(gates)} registreres, men regnes ikke som gjennomført uten dette`
    : `${words.match(gates)} regnes, men mangelen blir et avvik og krever begrunnelse`;
  return [
    `### ${code(id)} ${title.nb}`, '',
    ...bullets([
      ['Status', STATUS[status]], ['Gjelder', when === undefined ? null : `når ${words.condition(when)}`], ['Må ha', listed(needed, 'og')],
      ['Bør søkes', optional === undefined ? null : listed(optional.map((o) => o.title.nb), 'og')], ['Hentes fra', listed(gather.map((g) => `${words.event(g.event)} (${code(g.field)})`), 'og')],
      ['Dekkes av', gates === undefined ? 'alt som er registrert' : gates.gathered === 'fact' ? 'bare det hendelsen selv har med' : 'alt som er registrert, hendelsen selv medregnet'],
      ['Virkning', gate ?? 'vises som mangel'], ['Vises', onlyAtGate === true ? 'bare når hendelsen registreres, ikke som mangel før den' : null], ['Kilde', sourcesText(citations)],
    ]), '',
  ];
}

const LEVEL = { skal: 'skal', bor: 'bør', kan: 'kan' } as const;

function plans(definition: Definition, words: Wording): string[] {
  return definition.plans.flatMap((plan) => [
    `## Tiltaksplan ${code(plan.id)}: ${plan.title.nb}`, '',
    `Gjelder når ${words.condition(plan.when)}. Status: ${STATUS[plan.status]}. Kilde: ${sourcesText(plan.sources)}`, '',
    ...table(['Tiltak', 'Ansvarlig', 'Nivå'], plan.items.map((item) => [item.title.nb, words.role(item.owner), LEVEL[item.level]])), '',
  ]);
}

function courses(definition: Definition, words: Wording): string[] {
  return (definition.courses ?? []).flatMap((course) => [
    `## Kurs ${code(course.id)}: ${course.title.nb}`, '',
    `Kontakttype ${course.contactType}. Ansvarlig: ${words.role(course.owner)}. Status: ${STATUS[course.status]}. Kilde: ${sourcesText(course.sources)}`, '',
    ...table(['Når', 'Kommando'], COURSE_ENDS.map(([end, title]) => [title, code(course[end].command)])), '',
  ]);
}

const COURSE_ENDS = [
  ['offered', 'Plass er tilbudt'], ['movedUp', 'Rykket opp fra ventelisten'], ['accepted', 'Takket ja'], ['declined', 'Takket nei'],
  ['notRelevant', 'Ikke relevant'], ['completed', 'Gjennomført'], ['interrupted', 'Avbrutt'],
] as const;

function meetings(definition: Definition, words: Wording): string[] {
  return (definition.meetings ?? []).flatMap((meeting) => [
    `## Møte ${code(meeting.id)}: ${meeting.title.nb}`, '',
    `Status: ${STATUS[meeting.status]}. Kilde: ${sourcesText(meeting.sources)}`, '',
    ...table(['Deltaker', 'Nivå', 'Gjelder'], meeting.participants.map((p) => [p.title.nb, LEVEL[p.level], p.group === undefined ? 'alle' : words.condition({ group: p.group })])), '',
    `Dagsorden: ${meeting.agenda.map(({ title }) => title.nb).join('; ')}.`, '',
  ]);
}

function countables(definition: Definition, words: Wording): string[] {
  const rows = definition.countables.map((c) => [code(c.id), c.title.nb, words.match(c.countedBy), STATUS[c.status], sourcesText(c.sources)]);
  return rows.length === 0 ? [] : ['## Det som telles for takst', '', ...table(['Id', 'Hva', 'Telles ved', 'Status', 'Kilde'], rows), ''];
}

const RETAINED_AFTER = { end: 'forløpet er avsluttet', 'last-entry': 'siste innføring' } as const;

function retention({ retention: rules = [] }: Definition): string[] {
  const rows = rules.map((r) => [code(r.id), `${spanText(r.keep)} etter ${RETAINED_AFTER[r.after]}`, STATUS[r.status], r.open?.nb ?? '', sourcesText(r.sources)]);
  return rows.length === 0 ? [] : [
    '## Oppbevaring', '', 'Når alle disse tidene er ute, kan noen be om at pasienten slettes. Ingenting slettes av seg selv.', '',
    ...table(['Regel', 'Oppbevares', 'Status', 'Åpent', 'Kilde'], rows), '',
  ];
}

function commands(definition: Definition, words: Wording): string[] {
  const stepsOf = ({ from }: CommandSpec) => (from === '*' ? 'alle' : from.map((s) => words.step(s)).join(', '));
  const rows = definition.commands.map((c) => [
    code(c.id), c.title.nb, words.event(c.records), stepsOf(c),
    [
      ...(c.requires ?? []).map((r) => `Nektes (${code(r.code)}): ${r.sentence.nb}`),
      ...(c.warns ?? []).map((w) => `Advarer (${code(w.code)}): ${w.sentence.nb}`),
    ].join('<br>'),
  ]);
  return ['## Det en person kan gjøre', '', ...table(['Kommando', 'Hva', 'Registrerer', 'I steg', 'Vilkår'], rows), ''];
}

function openPoints({ notes }: Definition): string[] {
  const points = notes?.['apne-punkter'];
  return Array.isArray(points) ? ['## Åpne punkter', '', ...points.map((point) => `- ${String(point)}`), ''] : [];
}

function sources({ sources: known, ageMarks }: Definition): string[] {
  const marks = Object.entries(ageMarks).map(([id, m]) => [code(`@${id}`), m.title.nb, m.before === undefined ? `${m.age}-årsdagen` : `${spanText(m.before)} før ${m.age}-årsdagen`, String(m.rank)]);
  return [
    ...(marks.length === 0 ? [] : ['## Aldersmerker', '', ...table(['Merke', 'Navn', 'Dag', 'Rang'], marks), '']),
    '## Kilder', '',
    ...table(['Kilde', 'Tittel', 'Utgiver', 'Publisert', 'Verifisert'], Object.entries(known).map(([id, s]) => [code(id), s.title, s.publisher ?? '', s.published ?? '', s.verified ?? ''])), '',
  ];
}
