import { engineEvents } from '@forlop/pathway';
import { observations } from '../core/observation-types.js';

/** What the ledger's own events are called in a timeline. */
const titles: Readonly<Record<string, string>> = {
  [engineEvents.created]: 'Forløpet er opprettet',
  [engineEvents.moved]: 'Forløpet er flyttet til andre regler',
  [observations.warned]: 'Forvarsel: fristen nærmer seg',
  [observations.atRisk]: 'Fristen er i fare',
  [observations.shownBroken]: 'Vist som fristbrudd',
  [observations.brokenWithdrawn]: 'Fristbruddet gjelder ikke lenger: registrert sent eller rettet',
  [observations.metLate]: 'Innfridd etter fristen',
  [observations.passedByPatient]: 'Fristen gikk ut etter pasientens eget valg',
  [observations.turned]: 'Pasienten har fylt år',
  [observations.told]: 'Melding sendt',
  [observations.tellingFailed]: 'Melding kunne ikke sendes',
  [observations.tellingSuppressed]: 'Melding holdt tilbake',
  [observations.replyReceived]: 'Svar mottatt',
  [observations.toldWithdrawn]: 'Det som ble meldt, stemmer ikke lenger',
  [observations.toldReinstated]: 'Det som ble meldt, stemmer likevel',
  [observations.confirmed]: 'Utsending bekreftet',
  [observations.modeChanged]: 'Modus endret',
  [observations.note]: 'Notat',
  [observations.reminderAsked]: 'Bedt om en påminnelse',
  [observations.reminderStopped]: 'En påminnelse er stoppet',
  [observations.findingTaken]: 'Noen tar seg av et avvik',
  [observations.findingSetAside]: 'Avvik lagt til side',
  [observations.contactChanged]: 'Kontaktopplysninger endret',
  [observations.registryTold]: 'Ny opplysning fra Folkeregisteret',
  [observations.courseLine]: 'Satt på venteliste til kurs',
  [observations.courseCancelled]: 'Kurset er avlyst, og pasienten trenger et nytt',
  [observations.meetingPlanned]: 'Møte avtalt',
  [observations.meetingCancelled]: 'Møte avlyst',
  [observations.meetingHeld]: 'Møte holdt',
  [observations.planBegun]: 'Plan tatt i bruk',
  [observations.appointmentRequested]: 'Bedt om time',
  [observations.appointmentAnswered]: 'Forespørselen om time er besvart',
  [observations.appointmentWithdrawn]: 'Forespørselen om time er trukket tilbake',
  [observations.accessGiven]: 'Tilgang gitt',
  [observations.accessWithdrawn]: 'Tilgang trukket tilbake',
  [observations.transferred]: 'Ansvaret for forløpet flyttet',
  [observations.blocked]: 'Sperret av pasienten',
  [observations.unblocked]: 'Sperring opphevet',
  [observations.brokeGlass]: 'Nødtilgang brukt',
  [observations.erasureRequested]: 'Bedt om at pasientens opplysninger slettes',
  [observations.erased]: 'Pasientens opplysninger er slettet',
};

/** Title of an event that no definition describes; its type when nobody has named it. */
export function ownTitle(type: string): string {
  return titles[type] ?? type;
}
