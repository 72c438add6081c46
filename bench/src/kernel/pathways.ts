import type { Json } from '@forlop/pathway';

/** One event: type, day, data. */
type Entry = readonly [type: string, occurredOn: string, data?: Readonly<Record<string, Json>>];

/** A pathway of forty events, the one that created it included, and what must come of it. */
export interface BenchPathway {
  readonly definition: string;
  readonly birthDate: string;
  readonly entries: readonly Entry[];
  /** The first day on which it is evaluated: after the last event. */
  readonly from: string;
  /** The step it stands in then. */
  readonly step: string;
  /** Clocks whose dates have been counted by hand: key → due date, date met. */
  readonly dates: Readonly<Record<string, readonly [dueOn: string | null, metOn: string | null]>>;
}

const created = (definition: string): Record<string, Json> =>
  ({ definition: { id: definition, version: '1.0.0' }, calendar: { id: 'norge', version: '2026.1' }, parameters: {} });

/** A severely ill pupil of sixteen, who does not come to the first appointment, and turns eighteen in follow-up. */
const fatigue: BenchPathway = {
  definition: 'langvarig-utmattelse',
  birthDate: '2009-09-15',
  entries: [
    ['forlopOpprettet', '2026-03-20', created('langvarig-utmattelse')],
    ['henvisningMottatt', '2026-03-20', { grunn: 'usikker-diagnose', funksjonstap: 80, alvorlighetsgrad: 'alvorlig', prover: ['utelukkelsesdiagnostikk'], henvisningId: 'h1', henvisningstype: 'ny', hastegrad: 'routine', henviserrolle: 'fastlege' }],
    ['supplementEtterspurt', '2026-03-24', { mangler: ['anti-ccp', 'acth'], foresporselId: 'f1' }],
    ['henvisningSupplert', '2026-03-27', { prover: ['anti-ccp', 'acth', 'pro-bnp'], foresporselId: 'f1' }],
    ['vurdert', '2026-03-31', { utfall: 'rett', svarkode: '2' }],
    ['fristSatt', '2026-03-31', { dato: '2026-05-08', arsak: 'forste' }],
    ['svarSendt', '2026-03-31', { til: 'pasient', innhold: ['utfall', 'frist', 'klagerett'] }],
    ['svarSendt', '2026-04-07', { til: 'henviser' }],
    ['ansvarligTildelt', '2026-04-07', { rolle: 'koordinator', personId: 'k1' }],
    ['timeTilbudt', '2026-04-08', { tid: '2026-04-28', timeId: 't1', gjelder: 'oppstart' }],
    ['ikkeMott', '2026-04-28', { timeId: 't1', gjelder: 'oppstart' }],
    ['ikkeMottVurdert', '2026-04-29', { utfall: 'ny-time' }],
    ['timeTilbudt', '2026-04-29', { tid: '2026-05-06', timeId: 't2', gjelder: 'oppstart' }],
    ['helsehjelpStartet', '2026-05-06', { kontakttype: '1' }],
    ['utredningsbidrag', '2026-05-06', { profesjon: 'barnelege' }],
    ['alvorlighetVurdert', '2026-05-07', { grad: 'alvorlig' }],
    ['utredningsbidrag', '2026-05-12', { profesjon: 'psykolog' }],
    ['krisekontaktUtpekt', '2026-05-15'],
    ['utredningsbidrag', '2026-05-19', { profesjon: 'fysioterapeut' }],
    ['planpunktAvklart', '2026-05-20', { punkter: ['ppt', 'felles-forstaelse', 'enerom', 'krisekontakt', 'hjemmebesok', 'foreldrestotte'] }],
    ['veiledningSpurt', '2026-05-22', { sporsmalId: 's1', retning: '2-linje-til-3-linje' }],
    ['veiledningBesvart', '2026-05-27', { sporsmalId: 's1', pasientDeltok: false }],
    ['diagnoseSatt', '2026-06-02', { diagnose: 'cfs-me', grunnlag: ['pem', 'nasjonal-veileder', 'nodvendig-utredning'], sattAv: 'spesialisthelsetjenesten' }],
    ['utredningAvsluttet', '2026-06-03', { konklusjon: 'cfs-me' }],
    ['epikriseSendt', '2026-06-05', { til: ['fastlege', 'henviser', 'pasient'] }],
    ['samtykkeAvklart', '2026-06-05', { gjelder: ['skole', 'foreldre'] }],
    ['tilbakeforingsmoteAvtalt', '2026-06-08', { dato: '2026-06-18' }],
    ['tilbakeforingsmoteHoldt', '2026-06-18', { deltakere: ['pasient', 'foresatte', 'fastlege', 'skole', 'kommune'], form: 'video', innhold: ['forste-ansvarsgruppemote', 'leder-valgt', 'roller-avklart'] }],
    ['lmsTilbudt', '2026-06-19', { svar: 'ja' }],
    ['kommunaltTilbudEtablert', '2026-07-01'],
    ['rehabiliteringVurdert', '2026-08-12', { utfall: 'ikke-tilradd', grunnlag: ['medisinsk-vurdering'] }],
    ['kontaktRegistrert', '2026-09-16', { rolle: 'fastlege', kontakttype: '3' }],
    ['individuellPlanOpprettet', '2026-09-20', { innhold: ['koordinator', 'ansvarsgruppe'] }],
    ['lmsGjennomfort', '2026-10-30'],
    ['oppfolgendeMoteHoldt', '2026-12-10'],
    ['pakkeforlopAvsluttet', '2026-12-10', { utfall: 'oppfolgende-mote-gjennomfort' }],
    ['kontaktRegistrert', '2027-01-14', { rolle: 'barneavdeling', kontakttype: '1' }],
    ['kontaktRegistrert', '2027-02-20', { rolle: 'fastlege', kontakttype: '3' }],
    ['oppfolgingGjennomgatt', '2027-05-27'],
    ['overgangGjennomfort', '2027-08-30', { innhold: ['voksen-mottaker', 'fastlege-orientert', 'koordinator-oppnevnt', 'barnekoordinator-overlevert'] }],
  ],
  from: '2027-10-01',
  step: 'oppfolging',
  dates: {
    // Ten working days after Friday 20 March, Easter (2, 3 and 6 April) left out.
    'FRIST-VURDERING#1': ['2026-04-08', '2026-03-31'],
    'FRIST-START-BARN-8U#1': ['2026-05-15', '2026-05-06'],
    'FRIST-INDIVIDUELL#1': ['2026-05-08', '2026-05-06'],
    'ALVORLIG-KONTAKT#3': ['2027-05-20', null],
    'OVERGANG-18#1': ['2027-09-15', '2027-08-30'],
    'REVURDERING#1': ['2028-06-02', null],
  },
};

/** An adult in long-lasting pain, with a postponed start, a complaint, a group course, and answers after one year and three. */
const pain: BenchPathway = {
  definition: 'langvarig-smerte',
  birthDate: '1984-05-02',
  entries: [
    ['forlopOpprettet', '2026-03-20', created('langvarig-smerte')],
    ['henvisningMottatt', '2026-03-20', { henvisningId: 'h1', henvisningstype: 'ny', hastegrad: 'routine', henviserrolle: 'fastlege' }],
    ['supplementEtterspurt', '2026-03-24', { foresporselId: 'f1' }],
    ['henvisningSupplert', '2026-03-27', { foresporselId: 'f1' }],
    ['vurdert', '2026-03-31', { utfall: 'rett', svarkode: '2' }],
    ['fristSatt', '2026-03-31', { dato: '2026-06-12', arsak: 'forste' }],
    ['svarSendt', '2026-03-31', { til: 'pasient', innhold: ['utfall', 'frist', 'klagerett'] }],
    ['svarSendt', '2026-04-07', { til: 'henviser' }],
    ['ansvarligTildelt', '2026-04-07', { rolle: 'koordinator', personId: 'k1' }],
    ['registersamtykke', '2026-04-08', { svar: 'ja' }],
    ['promSendt', '2026-04-08', { tidspunkt: 'for-forste-time' }],
    ['timeTilbudt', '2026-04-08', { tid: '2026-05-20', timeId: 't1', gjelder: 'oppstart' }],
    ['klageMottatt', '2026-04-15', { klageId: 'k1' }],
    ['klageOversendt', '2026-04-24', { klageId: 'k1' }],
    ['klageAvgjort', '2026-05-12', { klageId: 'k1', utfall: 'ikke-medhold' }],
    ['promBesvart', '2026-05-13', { tidspunkt: 'for-forste-time' }],
    ['utsatt', '2026-05-18', { kode: '1', nyDato: '2026-06-03', timeId: 't1', gjelder: 'oppstart' }],
    ['timeTilbudt', '2026-05-18', { tid: '2026-06-03', timeId: 't2', gjelder: 'oppstart' }],
    ['helsehjelpStartet', '2026-06-03', { kontakttype: '1' }],
    ['utredningsbidrag', '2026-06-03', { profesjon: 'lege' }],
    ['konsultasjonHoldt', '2026-06-03', { registrert: ['diagnoser', 'undersokelser', 'prosedyrer', 'medikamenter'] }],
    ['utredningsbidrag', '2026-06-10', { profesjon: 'psykolog' }],
    ['opioidbrukVurdert', '2026-06-10', { bruk: 'nedtrapping' }],
    ['utredningsbidrag', '2026-06-17', { profesjon: 'fysioterapeut' }],
    ['utredningAvsluttet', '2026-06-24', { konklusjon: 'primaer-kronisk-smerte' }],
    ['epikriseSendt', '2026-06-26', { til: ['fastlege', 'henviser'] }],
    ['oppsummerendeMoteHoldt', '2026-07-01', { deltakere: ['pasient', 'fastlege', 'kommune'] }],
    ['gruppeprogramTilbudt', '2026-07-02', { sted: 'smerteklinikk', svar: 'ja' }],
    ['opioidKontroll', '2026-09-09', { status: 'pa-vei' }],
    ['kontaktRegistrert', '2026-10-01', { rolle: 'fastlege', kontakttype: '3' }],
    ['gruppeprogramFullfort', '2026-11-05'],
    ['opioidKontroll', '2026-12-02', { status: 'avsluttet' }],
    ['oppfolgendeMoteHoldt', '2026-12-10'],
    ['promSendt', '2027-06-03', { tidspunkt: '1-ar' }],
    ['promBesvart', '2027-06-20', { tidspunkt: '1-ar' }],
    ['fastlegeEndret', '2028-02-01', { status: 'har-fastlege' }],
    ['kontaktRegistrert', '2028-03-01', { rolle: 'fastlege', kontakttype: '3' }],
    ['promSendt', '2029-06-03', { tidspunkt: '3-ar' }],
    ['promBesvart', '2029-06-18', { tidspunkt: '3-ar' }],
    ['kontaktRegistrert', '2029-09-03', { rolle: 'fastlege', kontakttype: '3' }],
  ],
  from: '2029-10-01',
  step: 'behandling',
  dates: {
    'FRIST-VURDERING#1': ['2026-04-08', '2026-03-31'],
    'FRIST-INDIVIDUELL#1': ['2026-06-12', '2026-06-03'],
    'KLAGE-BEHANDLING#1': ['2026-04-29', '2026-04-24'],
    'PROM-1-AR#1': ['2027-08-03', '2027-06-20'],
    'PROM-5-AR#1': ['2031-08-03', null],
  },
};

export const benchPathways = { fatigue, pain };
