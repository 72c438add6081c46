import type { Text } from '@forlop/pathway';

/** One number of the report, written out. */
export interface Indicator {
  readonly id: string;
  /** Where it stands in a line of the report. */
  readonly field: string;
  readonly name: Text;
  /** What is counted, or measured. */
  readonly numerator: Text;
  /** What it is divided by; null for what is not a share. */
  readonly denominator: Text | null;
  readonly exclusions: Text;
  readonly source: string;
}

const noExclusions: Text = { nb: 'Ingen. Alle som er startet, er med i nøyaktig ett utfall.', en: 'None. Each that has started is in exactly one outcome.' };
const outsideJudged: Text = {
  nb: 'Løpende, i fare, og utenfor (dato passert på pasientens side, ingen frist, dødsfall, overført, avslått, rett som falt bort o.l.). Hver grunn vises med antall.',
  en: 'Running, at risk, and excluded (passed by the patient, no limit, death, transferred, rejected, a right that lapsed and the like). Each reason is shown with its count.',
};

/** Every number that a report shows, with how it is made. docs/compliance.md is held to this list. */
export const indicators: readonly Indicator[] = [
  {
    id: 'startet', field: 'started',
    name: { nb: 'Startet', en: 'Started' },
    numerator: { nb: 'Frister (forekomster av en klokke) som er startet senest på datoen det spørres om, i perioden.', en: 'Frister (occurrences of a clock) that had started by the day asked about, in the period.' },
    denominator: null, exclusions: noExclusions, source: 'DOMAIN §3',
  },
  {
    id: 'innen-frist', field: 'compliance',
    name: { nb: 'Andel innen frist', en: 'Share in time' },
    numerator: { nb: 'Frister som ble møtt senest på forfallsdatoen.', en: 'Frister met on or before their date.' },
    denominator: { nb: 'Frister som ble møtt i tide, møtt for sent, eller brutt.', en: 'Frister met in time, met late, or broken.' },
    exclusions: outsideJudged, source: 'BREACH-2, LATE-1',
  },
  {
    id: 'mott-for-sent', field: 'metLate',
    name: { nb: 'Møtt for sent', en: 'Met late' },
    numerator: { nb: 'Frister som ble møtt etter forfallsdatoen. De forblir brudd.', en: 'Frister met after their date. They remain breaches.' },
    denominator: null, exclusions: outsideJudged, source: 'BREACH-2',
  },
  {
    id: 'brutt', field: 'broken',
    name: { nb: 'Brutt', en: 'Broken' },
    numerator: { nb: 'Frister der ingenting datert senest på forfallsdatoen møter dem, og ingenting senere har møtt dem.', en: 'Frister that nothing dated on or before their date meets, and nothing later has met.' },
    denominator: null, exclusions: outsideJudged, source: 'BREACH-2',
  },
  {
    id: 'passert-av-pasienten', field: 'excludedBy.passed-by-patient',
    name: { nb: 'Passert på pasientens side', en: 'Passed by the patient' },
    numerator: { nb: 'Frister som gikk ut etter at en tid innen fristen er dokumentert tilbudt, og pasienten ikke kom eller ba om å vente. Ikke regnet som brudd.', en: 'Frister with a documented offer in time that the patient did not use. Not counted as breaches.' },
    denominator: null, exclusions: { nb: 'Tilbud som selv lå etter fristen: da er bruddet sykehusets.', en: 'Offers that themselves lay after the date: the breach is the hospital’s.' }, source: 'MOVE-2',
  },
  {
    id: 'forsinkelsesarsak', field: 'delay',
    name: { nb: 'Hvem forsinkelsen ligger hos', en: 'Whose delay' },
    numerator: { nb: 'Det som ikke kom i tide, etter siste utsettelseskode (8446).', en: 'What did not come in time, by the last postponement code (8446).' },
    denominator: { nb: 'Møtt for sent, brutt og passert på pasientens side.', en: 'Met late, broken, and passed by the patient.' },
    exclusions: { nb: 'Utsettelser av det som likevel kom i tide.', en: 'Postponements of what came in time all the same.' }, source: '8446, MOVE-1',
  },
  {
    id: 'ventetid-avsluttet', field: 'waited',
    name: { nb: 'Ventetid, avsluttet', en: 'Waiting time, ended' },
    numerator: { nb: 'Kalenderdager fra start til møtt: gjennomsnitt, median og 90-persentil (nærmeste rang).', en: 'Calendar days from start to met: mean, median and 90th percentile (nearest rank).' },
    denominator: null, exclusions: { nb: 'De som fortsatt venter, og det som ble avsluttet uten å bli møtt.', en: 'Those who still wait, and what ended without being met.' }, source: 'VENTETID, NPR',
  },
  {
    id: 'ventetid-ventende', field: 'stillWaiting',
    name: { nb: 'Ventetid, fortsatt ventende', en: 'Waiting time so far, still waiting' },
    numerator: { nb: 'Kalenderdager fra start til datoen det spørres om: gjennomsnitt, median og 90-persentil.', en: 'Calendar days from start to the day asked about: mean, median and 90th percentile.' },
    denominator: null, exclusions: { nb: 'Møtt og avsluttet.', en: 'Met and ended.' }, source: 'VENTETID, NPR',
  },
  {
    id: 'overlevelse', field: 'detail.survival',
    name: { nb: 'Andel som fortsatt venter etter så mange dager', en: 'Share who still wait after so many days' },
    numerator: { nb: 'Kaplan–Meier: de som venter, regnes med så lenge de er sett. Grenser etter Greenwood på log(−log)-skala.', en: 'Kaplan–Meier: those who wait count for as long as they were seen. Greenwood’s limits on the log(−log) scale.' },
    denominator: null, exclusions: { nb: 'Ingen: det som ble avsluttet uten å bli møtt, er sett til da.', en: 'None: what ended without being met was seen until then.' }, source: 'Kalbfleisch & Prentice 2002',
  },
  {
    id: 'kontrollkort-andel', field: 'detail.shareByMonth',
    name: { nb: 'Andel innen frist per måned, med kontrollgrenser', en: 'Share in time by month, with control limits' },
    numerator: { nb: 'Møtt i tide i måneden; grenser tre standardavvik fra samlet andel (p-kort).', en: 'Met in time in the month; limits three standard deviations from the overall share (p-chart).' },
    denominator: { nb: 'Møtt i tide, for sent eller brutt i måneden.', en: 'Met in time, late or broken in the month.' }, exclusions: outsideJudged, source: 'NIST/SEMATECH 6.3.3.2; Nelson 1984',
  },
  {
    id: 'kontrollkort-ventetid', field: 'detail.waitByMonth',
    name: { nb: 'Gjennomsnittlig ventetid per måned, med kontrollgrenser', en: 'Mean wait by month, with control limits' },
    numerator: { nb: 'Gjennomsnittlig ventetid for dem som ble møtt; grenser etter hvor mye nabomåneder skiller seg (XmR-kort).', en: 'Mean wait of those met; limits by how much neighbouring months differ (XmR).' },
    denominator: null, exclusions: { nb: 'De som fortsatt venter.', en: 'Those who still wait.' }, source: 'NIST/SEMATECH 6.3.2.2',
  },
  {
    id: 'trakt', field: 'funnels',
    name: { nb: 'Enheter side om side, med grenser for tilfeldighet', en: 'Units beside each other, with limits for chance' },
    numerator: { nb: 'Andel innen frist i enheten; 95 % og 99,8 % eksakte binomiske grenser rundt den samlede andelen.', en: 'Share in time in the unit; exact binomial limits of 95 % and 99.8 % around the overall share.' },
    denominator: { nb: 'Møtt i tide, for sent eller brutt i enheten.', en: 'Met in time, late or broken in the unit.' }, exclusions: outsideJudged, source: 'Spiegelhalter 2005',
  },
  {
    id: 'kvalitetssikret', field: 'qualityAssured',
    name: { nb: 'Kvalitetssikret tall', en: 'Quality-assured number' },
    numerator: { nb: 'Det samme som «som registrert», uten poster som forvrenger tallet.', en: 'The same as “as registered”, without the records that distort the number.' },
    denominator: null, exclusions: { nb: 'Hver utelatt post står i kvalitetskøen med grunn og hva som retter den.', en: 'Each record left out is in the quality queue, with the reason and what puts it right.' }, source: 'DOMAIN §3',
  },
];
