import { addDays, addMonths, type OsloDate } from '@forlop/calendar';
import type { Chapter, SyntheticPatient } from '../both/patient.js';
import type { Life } from '../life.js';

/** Consent to the register and the form before the first visit (DOMAIN §9); before care starts. */
export const consent: Chapter = (life, { troubles }) => {
  life.after(1, 3);
  life.choose('registrer-samtykke', { svar: troubles.has('avvik') ? 'nei' : 'ja' });
  if (troubles.has('avvik')) return true;
  life.choose('send-prom', { tidspunkt: 'for-forste-time' });
  if (troubles.has('svar-glemt')) return true;
  life.after(4, 14);
  life.happen('promBesvart', { tidspunkt: 'for-forste-time' });
  return true;
};

/** The clinic's assessment, opioids, and the summary meeting with the primary service. */
export const assessPain: Chapter = (life, { troubles }) => {
  for (const profesjon of troubles.has('team-mangler') ? ['lege'] : ['lege', 'psykolog', 'fysioterapeut']) {
    life.after(4, 12);
    life.choose('registrer-bidrag', { profesjon });
    life.choose('registrer-konsultasjon', { registrert: ['diagnoser', 'undersokelser', 'medikamenter'] }, 'Samtale og undersøkelse.');
  }
  if (troubles.has('dod')) {
    life.after(5, 20);
    life.happen('pasientDod');
    return false;
  }
  life.choose('vurder-opioider', { bruk: life.random.chance(0.4) ? 'nedtrapping' : 'ingen' });
  if (troubles.has('mote-drar-ut')) return false;
  life.after(10, 25);
  life.choose('hold-oppsummerende-mote', { deltakere: ['pasient', 'fastlege'] }, 'Planen er gjennomgått.');
  life.after(5, 20);
  life.choose('tilby-gruppeprogram', { sted: life.random.pick(['smerteklinikk', 'frisklivssentral']), svar: 'ja' });
  return true;
};

/** Treatment, its end, and the forms after one, three and five years. */
export const followPain: Chapter = (life, patient) => {
  const started = life.now;
  for (const { on, act } of comingDays(life, patient, started)) {
    life.on(on);
    if (life.isOver) return false;
    act();
  }
  return false;
};

interface Coming {
  readonly on: OsloDate;
  readonly act: () => void;
}

function comingDays(life: Life, patient: SyntheticPatient, from: OsloDate): Coming[] {
  const { random } = life;
  const at = (days: number, act: () => void): Coming => ({ on: addDays(from, days), act });
  const tapering = [25, 50, 76].map((days, n) => at(days, () => void (tapers(life) && life.choose('folg-opp-nedtrapping', { status: n === 2 ? 'avsluttet' : 'pa-vei' }))));
  const treatment = [
    at(60, () => void life.choose('registrer-konsultasjon', { registrert: ['diagnoser', 'prosedyrer', 'medikamenter'] })),
    at(random.between(90, 120), () => void life.choose('fullfor-gruppeprogram')),
    at(random.between(135, 150), () => {
      if (patient.troubles.has('avvik')) return void life.choose('begrunn-avvik', { forlopstid: 'oppfolgende' }, 'Pasienten var bortreist.');
      life.choose('hold-oppfolgende-mote');
      life.choose('avslutt-pakkeforlop', { utfall: 'oppfolgende-mote-gjennomfort' });
    }),
  ];
  return [...tapering, ...treatment, ...forms(life, patient, from)].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** Whether opioids are stepped down: only then there is something to follow up. */
const tapers = (life: Life): boolean => life.hasChosen('vurder-opioider', 'bruk', 'nedtrapping');

function forms(life: Life, { troubles }: SyntheticPatient, from: OsloDate): Coming[] {
  if (troubles.has('avvik')) return [];
  return ([['1-ar', 12], ['3-ar', 36], ['5-ar', 60]] as const).flatMap(([tidspunkt, months]) => [
    { on: addDays(addMonths(from, months), -40), act: () => void life.choose('send-prom', { tidspunkt }) },
    { on: addDays(addMonths(from, months), -25), act: () => void (!troubles.has('svar-glemt') && life.happen('promBesvart', { tidspunkt })) },
  ]);
}
