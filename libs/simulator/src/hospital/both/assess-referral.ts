import { addDays, addWeeks, maxDate } from '@forlop/calendar';
import { REFERRAL_STEP } from '../../scenario/scenario.js';
import type { Life } from '../life.js';
import { isChildOn, isSevere, type Chapter, type SyntheticPatient } from './patient.js';

/** From receipt to the answer: supplement, assessment, frist, telling patient and referrer. */
export const assessReferral: Chapter = (life, patient) => {
  const { troubles } = patient;
  if (troubles.has('feil-pasient')) return wrongPatient(life);
  if (troubles.has('mangler-prover')) askForTests(life, patient);
  life.on(troubles.has('sen-vurdering') ? addDays(life.start, 17) : addDays(life.start, life.random.between(3, 11)));
  if (troubles.has('avslag')) return rejected(life, patient);
  if (troubles.has('rad')) return advised(life);
  if (troubles.has('videresendt')) return forwarded(life, patient);
  life.choose('vurder-rett', { svarkode: '2' });
  if (troubles.has('frist-glemt')) return false;
  life.choose('sett-frist', { dato: individualFrist(life, patient), arsak: 'forste' }, 'Fristen er satt ut fra alvorlighetsgrad og forventet nytte.');
  tell(life, patient, ['utfall', 'frist', 'time', 'klagerett']);
  if (isSevere(patient)) life.choose('utpek-krisekontakt');
  if (isChildOn(patient, life.now)) life.choose('tildel-ansvarlig', { rolle: 'barnekoordinator', personId: 'barnekoordinator-1' });
  return true;
};

/** A date that leaves room: before the guiding frist, except where the story is about delay. */
function individualFrist(life: Life, patient: SyntheticPatient): string {
  const weeks = isChildOn(patient, life.start) ? life.random.between(6, 8) : life.random.between(9, 12);
  return life.random.chance(0.1) ? addWeeks(life.start, weeks + 4) : addWeeks(life.start, weeks);
}

function askForTests(life: Life, { troubles }: SyntheticPatient): void {
  life.after(1, 2);
  life.choose('etterspor-supplement', { foresporselId: 'supplement-1', mangler: ['acth', 'pro-bnp'] });
  if (troubles.has('svar-glemt')) return;
  life.after(3, 7);
  life.happen('henvisningSupplert', { foresporselId: 'supplement-1', prover: ['acth', 'pro-bnp'] });
}

function tell(life: Life, { troubles }: SyntheticPatient, content: readonly string[]): void {
  if (troubles.has('svar-glemt')) return;
  life.after(0, 1);
  life.choose('send-svar', { til: 'pasient', innhold: [...content] });
  life.after(0, 2);
  life.choose('send-svar', { til: 'henviser' });
}

function rejected(life: Life, patient: SyntheticPatient): boolean {
  life.choose('vurder-avslag', { svarkode: '4' }, 'Tilstanden er utredet, og videre oppfølging kan skje hos fastlegen.');
  tell(life, patient, ['utfall', 'klagerett']);
  if (patient.troubles.has('klage')) complain(life);
  else {
    life.on(maxDate(life.now, addWeeks(life.now, 6)));
    life.choose('avslutt-etter-avslag');
  }
  return false;
}

function complain(life: Life): void {
  life.after(10, 20);
  life.happen('klageMottatt', { klageId: 'klage-1' });
  life.after(7, 13);
  life.choose('oversend-klage', { klageId: 'klage-1' });
  life.after(12, 20);
  life.happen('klageAvgjort', { klageId: 'klage-1', utfall: 'medhold' });
  life.after(1, 2);
  life.choose('vurder-rett', { svarkode: '2' }, 'Vurdert på nytt etter at klagen fikk medhold.');
  life.choose('sett-frist', { dato: life.inDays(40, 60), arsak: 'forste' }, 'Fristen regnes fra den nye vurderingen.');
  life.choose('send-svar', { til: 'pasient', innhold: ['utfall', 'frist', 'time', 'klagerett'] });
  life.choose('send-svar', { til: 'henviser' });
}

/** Less than half the function lost: assessed, and given advice to keep it from getting worse (GRP-2). */
function advised(life: Life): boolean {
  life.choose('vurder-rad', { svarkode: '11' });
  life.after(0, 1);
  life.choose('send-svar', { til: 'pasient', innhold: ['utfall', 'klagerett'] });
  life.choose('send-svar', { til: 'henviser' });
  life.after(14, 50);
  life.choose('gi-rad');
  life.after(2, 10);
  life.choose('avslutt-etter-rad');
  return false;
}

function forwarded(life: Life, { troubles }: SyntheticPatient): boolean {
  life.choose('vurder-videresend', { svarkode: '3' });
  life.choose('videresend', { arsak: 'annet-sykehus-bedre' });
  life.choose('send-svar', { til: 'pasient', innhold: ['utfall', 'klagerett'] });
  if (troubles.has('ubekreftet')) return false;
  life.after(6, 25);
  life.happen('overforingMottatt', { folgesHer: false });
  life.after(2, 10);
  life.choose('avslutt-overfort');
  return false;
}

/** Registered on another patient than it was for: something else was recorded by then, and nobody is responsible for it. */
function wrongPatient(life: Life): boolean {
  life.after(1, 2);
  life.happen('kontaktRegistrert', { rolle: 'koordinator', kontakttype: '7' });
  life.after(1, 2);
  life.retract(REFERRAL_STEP, 'Henvisningen gjaldt en annen pasient.');
  return false;
}
