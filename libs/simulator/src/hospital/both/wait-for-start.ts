import { addDays, addWeeks } from '@forlop/calendar';
import type { Life } from '../life.js';
import { isSevere, type Chapter, type SyntheticPatient } from './patient.js';

/** From the answer to the day on which care starts: offers, postponements, no-shows, a breach foreseen. */
export const waitForStart: Chapter = (life, patient) => {
  const { troubles } = patient;
  if (isSevere(patient)) planForSevere(life);
  if (troubles.has('uten-time')) return withoutTime(life, patient);
  if (troubles.has('parallell')) referInParallel(life);
  if (troubles.has('helfo')) return foreseenBreach(life);
  life.after(7, 20);
  if (troubles.has('overfort')) return transferred(life, patient);
  if (troubles.has('avslutter-selv')) return givenUp(life);
  const day = addDays(life.start, troubles.has('sen-time') ? life.random.between(98, 120) : life.random.between(38, 54));
  const offered = offer(life, 'time-1', day);
  if (troubles.has('eget-onske')) return postponedByPatient(life, offered);
  if (troubles.has('kapasitet')) return postponedByHospital(life, offered);
  if (troubles.has('ikke-mott')) return missed(life, offered);
  if (troubles.has('start-uteblir')) return false;
  return start(life.on(offered), patient);
};

/** The severe get a named contact and a plan first of all (DOMAIN §6). */
function planForSevere(life: Life): void {
  life.after(9, 20);
  life.choose('avklar-planpunkt', {
    punkter: ['planlagt-innleggelse', 'enerom', 'fa-pleiere', 'krisekontakt', 'ambulant-team', 'hjemmebesok', 'akutt-prosedyre', 'kritisk-informasjon', 'bpa', 'stimulering', 'barn-som-parorende', 'foreldrestotte', 'familiestotte'],
  });
}

/** Nobody has offered a time; a coordinator may say so, and a new frist changes nothing once the old one has passed. */
function withoutTime(life: Life, { troubles }: SyntheticPatient): boolean {
  if (troubles.has('risiko')) life.after(4, 9).choose('meld-risiko', { gjelder: 'oppstart' });
  if (troubles.has('ny-frist-etter-brudd')) {
    life.on(addWeeks(life.start, 17));
    life.choose('gi-ny-frist', { dato: life.inDays(30, 40), arsak: 'nye-medisinske-opplysninger' }, 'Nye prøvesvar.');
  }
  return false;
}

/** Offers a time on the first working day from `day`. @returns that day. */
function offer(life: Life, timeId: string, day: Life['now']): Life['now'] {
  const tid = life.workingDayFrom(day);
  life.choose('tilby-time', { tid, timeId, gjelder: 'oppstart' });
  return tid;
}

/** Registered some days late where the story is about that (LATE-1), and on a wrong day where it is about mistakes. */
function start(life: Life, { troubles }: Pick<SyntheticPatient, 'troubles'>): boolean {
  if (troubles.has('sent-registrert')) {
    life.happen('helsehjelpStartet', { kontakttype: '1' }, 6);
  } else if (troubles.has('rettet')) {
    const started = life.happen('helsehjelpStartet', { kontakttype: '1' });
    life.after(4, 6);
    life.correct(started, 'helsehjelpStartet', addDays(life.now, -2), { kontakttype: '1' });
  } else {
    life.choose('start-helsehjelp', { kontakttype: '1' });
  }
  return true;
}

/** Offered in time, and the patient asks to wait: passed by the patient, no breach (MOVE-2). */
function postponedByPatient(life: Life, offered: Life['now']): boolean {
  life.on(addDays(offered, -3));
  const nyDato = life.workingDayFrom(addWeeks(life.start, 14));
  life.choose('utsett', { kode: '22', nyDato, timeId: 'time-1', gjelder: 'oppstart' }, 'Pasienten ønsker å vente til etter ferien.');
  return start(life.on(nyDato), { troubles: new Set() });
}

function postponedByHospital(life: Life, offered: Life['now']): boolean {
  life.on(addDays(offered, -5));
  const nyDato = life.workingDayFrom(addWeeks(life.start, 15));
  life.choose('utsett', { kode: '1', nyDato, timeId: 'time-1', gjelder: 'oppstart' }, 'Sykdom blant behandlerne.');
  return start(life.on(nyDato), { troubles: new Set() });
}

function missed(life: Life, offered: Life['now']): boolean {
  life.on(offered);
  life.choose('registrer-ikke-mott', { timeId: 'time-1', gjelder: 'oppstart' });
  life.after(2, 4);
  life.choose('vurder-etter-ikke-mott', { utfall: 'ny-time' });
  life.after(1, 2);
  const again = offer(life, 'time-2', addDays(life.now, 20));
  return start(life.on(again), { troubles: new Set() });
}

/** The hospital sees that it cannot keep the date, tells Helfo before it, and Helfo finds no one else (BREACH-1). */
function foreseenBreach(life: Life): boolean {
  life.on(addWeeks(life.start, 5));
  life.choose('forutse-fristbrudd', { gjelder: 'oppstart' }, 'Ingen ledige timer før fristen, og ingen andre sykehus har plass.');
  life.after(1, 2);
  life.choose('registrer-helfo-varslet');
  life.after(8, 14);
  if (life.random.chance(0.4)) {
    life.happen('helfoSvar', { utfall: 'aksepterer' });
    return false;
  }
  life.happen('helfoSvar', { utfall: 'finner-ikke' });
  life.after(2, 5);
  const found = offer(life, 'time-1', addWeeks(life.start, 14));
  life.choose('orienter-helfo');
  return start(life.on(found), { troubles: new Set() });
}

function transferred(life: Life, { troubles }: SyntheticPatient): boolean {
  life.choose('overfor', { arsak: 'flytting' });
  if (troubles.has('ubekreftet')) return false;
  life.after(5, 25);
  life.happen('overforingMottatt', { folgesHer: false });
  life.after(1, 7);
  life.choose('avslutt-overfort');
  return false;
}

function givenUp(life: Life): boolean {
  life.choose('avslutt-ventetid', { kode: '2' });
  life.after(3, 30);
  life.choose('avslutt-pasientens-onske', {}, 'Pasienten ønsker ikke helsehjelp nå og vet hvem hun kan kontakte.');
  return false;
}

function referInParallel(life: Life): void {
  life.after(3, 6);
  life.choose('henvis-parallelt', { henvisningId: 'parallell-1', fagomrade: 'psykisk-helse', mottattdato: life.now });
}
