import type { Forecast, Spread, UnitForecast } from '@forlop/forecast';
import { columns, counted } from '../layout.js';

const decimal = (value: number): string => value.toFixed(1).replace('.', ',');
const percent = (share: number): string => `${decimal(share * 100)} %`;
const spread = ({ mean, low, high }: Spread): string => `${decimal(mean)} (${low}–${high})`;
const sourceWords = { calendar: 'den speilede kalenderen', history: 'timene i ukene bakover', none: 'ingen kjent kapasitet' } as const;

/** The forecast as people read it, with what it rests on. */
export function shownForecast({ asOf, until, settings, units, weeks, broken }: Forecast, clocks: readonly string[], names: ReadonlyMap<string, string>): string {
  const { runs, seed, extraPlaces, weeksBack } = settings;
  return [
    `Frister for første time som vil brytes fra ${asOf} til ${until}: ${spread(broken)}`,
    `I gjennomsnitt over ${runs} gjennomkjøringer, og i parentes det som nitten av tjue ligger mellom. Frø «${seed}».`,
    `Regnet med er ${clocks.join(', ')}; hver pasient én gang, ved sin nærmeste frist.`,
    ...(extraPlaces === 0 ? [] : [`Med ${counted(extraPlaces, 'første time', 'første timer')} ekstra i uken ved hver enhet.`]),
    '',
    ...columns([['uke', 'brutt', 'første timer'], ...weeks.map(({ from, to, broken: inWeek, visits }) => [`${from}–${to}`, spread(inWeek), decimal(visits)])]),
    ...units.flatMap((unit) => ['', ...unitLines(unit, names, weeksBack)]),
    ...(units.length === 0 ? ['', 'Ingen enhet har pasienter, tilstrømning eller ledig tid.'] : []),
  ].join('\n');
}

function unitLines({ organisationId, waiting, alreadyBroken, broken, ofWaiting, byPatient, assumptions: a }: UnitForecast, names: ReadonlyMap<string, string>, weeksBack: number): string[] {
  const sources = [...new Set(a.sources)].map((source) => sourceWords[source]).join(', deretter ');
  return [
    `${names.get(organisationId) ?? organisationId}: ${spread(broken)}, av dem ${decimal(ofWaiting)} som venter i dag`,
    `  ${counted(waiting, 'pasient venter', 'pasienter venter')}, og ${alreadyBroken} med en frist som alt er passert.${byPatient === 0 ? '' : ` ${decimal(byPatient)} passeres av pasienten selv og er ikke brudd.`}`,
    `  Forutsatt, etter ${weeksBack} uker bakover: ${decimal(a.inflowPerWeek)} nye og ${decimal(a.visitsPerWeek)} første timer i uken, ${percent(a.noShow)} møter ikke, ${percent(a.leaves)} får ingen første time likevel.`,
    `  Kapasitet fra ${sources}. Tidligst time ${a.leadDays} dager etter at fristen begynner, ny time ${a.noticeDays} dager etter en som ikke ble brukt.`,
  ];
}
