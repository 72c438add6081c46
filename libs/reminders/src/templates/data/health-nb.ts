import { defineTemplates } from '../define.js';

const first = { version: 1, validFrom: '2020-01-01' } as const;

/** Bokmål, for the health network, where the content may stand. */
export const healthNb = defineTemplates(
  { language: 'nb', carries: 'health' },
  [
    {
      ...first,
      facts: 'Pasient: {patientName}\nFødselsnummer: {personNumber}\nFrist: {due}\nReferanse: {reference}\nFra: {organisation}\nSe forløpet: {link}',
      digestSubject: '{count} påminnelser om pasienter i forløp',
      single: '{items}\n\nHilsen {organisations}',
      digest: 'Her er {count} påminnelser til deg.\n\n{items}\n\nHilsen {organisations}',
    },
  ],
  [
    { ...first, wording: 'remind', subject: 'Påminnelse: {dutyTitle}', body: 'Dette venter på deg: {dutyTitle}.' },
    { ...first, wording: 'remind-again', subject: 'Ny påminnelse: {dutyTitle}', body: 'Dette venter fortsatt på deg: {dutyTitle}. Er det gjort, ber vi deg svare på meldingen med datoen.' },
    { ...first, wording: 'send-helfo-notice', subject: 'Varsel om fristbrudd', body: 'Vi varsler om fristbrudd for pasienten: {dutyTitle}.' },
    { ...first, wording: 'convene-meeting', subject: 'Tilbakeføringsmøte skal avtales', body: 'Et tilbakeføringsmøte (oppsummerende samhandlingsmøte) skal avtales for pasienten. Svar gjerne med tider som passer for deg.' },
    { ...first, wording: 'complete-meeting', subject: 'Tilbakeføringsmøtet er ikke avholdt', body: 'Tilbakeføringsmøtet for pasienten er ikke registrert som avholdt. Er det holdt, ber vi deg svare med datoen.' },
    { ...first, wording: 'offer-course', subject: 'Kurs skal tilbys', body: 'Pasienten skal få tilbud om kurs ved lærings- og mestringssenteret. Gi tilbudet, eller svar med hvorfor det ikke er aktuelt.' },
    { ...first, wording: 'offer-course-again', subject: 'Kurs er ikke tilbudt', body: 'Det er ikke registrert at pasienten har fått tilbud om kurs ved lærings- og mestringssenteret. Gi tilbudet, eller svar med hvorfor det ikke er aktuelt.' },
    { ...first, wording: 'collect-prom', subject: 'Spørreskjema skal samles inn', body: 'Spørreskjemaet som pasienten selv fyller ut, skal samles inn. Pasienten kan la være å svare.' },
    { ...first, wording: 're-evaluate', subject: 'Diagnosen skal vurderes på nytt', body: 'Det er tid for å vurdere pasientens diagnose på nytt: {dutyTitle}.' },
    { ...first, wording: 'escalate', subject: 'Oppgaven ligger nå hos koordinator', body: 'Dette er ikke gjort, eller den som skulle gjøre det, kunne ikke nås: {dutyTitle}. Oppgaven ligger nå hos koordinator.' },
    { ...first, wording: 'escalate-unconfirmed', subject: 'Varsel til Helfo er ikke bekreftet', body: 'Varselet om fristbrudd for pasienten er ikke bekreftet av en navngitt person. Ingenting er sendt til Helfo.' },
    { ...first, wording: 'withdraw', subject: 'Tidligere melding gjelder ikke lenger', body: 'Vår tidligere melding om dette gjelder ikke lenger, fordi noe er registrert i etterkant eller rettet: {dutyTitle}.' },
  ],
);
