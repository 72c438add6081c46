import { addWeeks } from '@forlop/calendar';
import type { Life } from '../life.js';
import { hasMe } from './assess-patient.js';
import { isChildOn, type Chapter, type SyntheticPatient } from '../both/patient.js';

/** From the end of the assessment to the primary service: the meeting, the course, what the municipality offers. */
export const handOver: Chapter = (life, patient) => {
  const { troubles } = patient;
  life.after(1, 3);
  if (troubles.has('mote-drar-ut')) return false;
  const dato = life.workingDayFrom(life.inDays(4, 22));
  life.choose('avtal-tilbakeforingsmote', { dato });
  offerCourse(life, patient);
  life.on(dato);
  hold(life, patient);
  if (addWeeks(life.start, 18) < life.now && life.random.chance(0.5)) life.choose('begrunn-avvik', { forlopstid: 'oppsummerende' }, 'Ventetid på tverrfaglig utredning.');
  settleMunicipality(life, patient);
  return true;
};

function hold(life: Life, patient: SyntheticPatient): void {
  const { troubles } = patient;
  if (isChildOn(patient, life.now)) {
    if (troubles.has('uten-skole')) {
      life.choose('hold-tilbakeforingsmote', { deltakere: ['pasient', 'foresatte', 'spesialisthelsetjenesten'], form: 'fysisk' }, 'Skolen kunne ikke komme.');
      life.after(20, 26);
    }
    life.choose('hold-tilbakeforingsmote', { deltakere: ['pasient', 'foresatte', 'skole', 'fastlege', 'spesialisthelsetjenesten'], form: 'fysisk', innhold: ['forste-ansvarsgruppemote', 'leder-valgt'] });
  } else if (troubles.has('uten-fastlege')) {
    life.choose('frafall-deltakelse', { deltaker: 'fastlege', grunn: 'kunne-ikke' }, 'Fastlegen får referatet.');
    life.choose('hold-tilbakeforingsmote', { deltakere: ['pasient', 'spesialisthelsetjenesten'], form: 'video', innhold: ['roller-avklart'] });
  } else {
    life.choose('hold-tilbakeforingsmote', { deltakere: ['pasient', 'fastlege', 'spesialisthelsetjenesten', 'kommune'], form: 'video', innhold: ['roller-avklart'] });
  }
}

/** Offered to everyone with CFS/ME; declined counts as offered. */
function offerCourse(life: Life, patient: SyntheticPatient): void {
  if (patient.troubles.has('lms-glemt')) return;
  if (!hasMe(patient)) return void life.choose('lms-ikke-relevant', {}, 'Kurset gjelder CFS/ME; pasienten får annen veiledning.');
  life.choose('tilby-lms', { svar: life.random.chance(0.75) ? 'ja' : 'nei' });
}

function settleMunicipality(life: Life, patient: SyntheticPatient): void {
  if (patient.troubles.has('mangler-kommune')) return;
  life.after(7, 18);
  if (patient.functionLoss < 50) life.choose('gi-rad');
  if (life.random.chance(0.8)) life.choose('etabler-kommunalt-tilbud');
  else life.choose('kommunalt-tilbud-uaktuelt', { grunn: 'takket-nei' }, 'Pasienten ønsker ikke tiltak fra kommunen nå.');
}
