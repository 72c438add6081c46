import { defineTemplates } from '../define.js';

const first = { version: 1, validFrom: '2020-01-01' } as const;

/** Nynorsk, for the health network, where the content may stand. */
export const healthNn = defineTemplates(
  { language: 'nn', carries: 'health' },
  [
    {
      ...first,
      facts: 'Pasient: {patientName}\nFødselsnummer: {personNumber}\nFrist: {due}\nReferanse: {reference}\nFrå: {organisation}\nSjå forløpet: {link}',
      digestSubject: '{count} påminningar om pasientar i forløp',
      single: '{items}\n\nHelsing {organisations}',
      digest: 'Her er {count} påminningar til deg.\n\n{items}\n\nHelsing {organisations}',
    },
  ],
  [
    { ...first, wording: 'remind', subject: 'Påminning: {dutyTitle}', body: 'Dette ventar på deg: {dutyTitle}.' },
    { ...first, wording: 'remind-again', subject: 'Ny påminning: {dutyTitle}', body: 'Dette ventar framleis på deg: {dutyTitle}. Er det gjort, ber vi deg svare på meldinga med datoen.' },
    { ...first, wording: 'send-helfo-notice', subject: 'Varsel om fristbrot', body: 'Vi varslar om fristbrot for pasienten: {dutyTitle}.' },
    { ...first, wording: 'convene-meeting', subject: 'Tilbakeføringsmøte skal avtalast', body: 'Eit tilbakeføringsmøte (oppsummerande samhandlingsmøte) skal avtalast for pasienten. Svar gjerne med tider som passar for deg.' },
    { ...first, wording: 'complete-meeting', subject: 'Tilbakeføringsmøtet er ikkje halde', body: 'Tilbakeføringsmøtet for pasienten er ikkje registrert som halde. Er det halde, ber vi deg svare med datoen.' },
    { ...first, wording: 'offer-course', subject: 'Kurs skal tilbydast', body: 'Pasienten skal få tilbod om kurs ved lærings- og meistringssenteret. Gi tilbodet, eller svar med kvifor det ikkje er aktuelt.' },
    { ...first, wording: 'offer-course-again', subject: 'Kurs er ikkje tilbode', body: 'Det er ikkje registrert at pasienten har fått tilbod om kurs ved lærings- og meistringssenteret. Gi tilbodet, eller svar med kvifor det ikkje er aktuelt.' },
    { ...first, wording: 'collect-prom', subject: 'Spørjeskjema skal samlast inn', body: 'Spørjeskjemaet som pasienten sjølv fyller ut, skal samlast inn. Pasienten kan la vere å svare.' },
    { ...first, wording: 're-evaluate', subject: 'Diagnosen skal vurderast på nytt', body: 'Det er tid for å vurdere diagnosen til pasienten på nytt: {dutyTitle}.' },
    { ...first, wording: 'escalate', subject: 'Oppgåva ligg no hos koordinator', body: 'Dette er ikkje gjort, eller vi nådde ikkje den som skulle gjere det: {dutyTitle}. Oppgåva ligg no hos koordinator.' },
    { ...first, wording: 'escalate-unconfirmed', subject: 'Varsel til Helfo er ikkje stadfesta', body: 'Varselet om fristbrot for pasienten er ikkje stadfesta av ein namngitt person. Ingenting er sendt til Helfo.' },
    { ...first, wording: 'withdraw', subject: 'Tidlegare melding gjeld ikkje lenger', body: 'Den tidlegare meldinga vår om dette gjeld ikkje lenger, fordi noko er registrert i etterkant eller retta: {dutyTitle}.' },
  ],
);
