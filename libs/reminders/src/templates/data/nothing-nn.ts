import { defineTemplates } from '../define.js';

const first = { version: 1, validFrom: '2020-01-01' } as const;

/** Nynorsk, without a word about the patient. */
export const nothingNn = defineTemplates(
  { language: 'nn', carries: 'nothing' },
  [
    {
      ...first,
      facts: 'Frist: {due}\n\nReferanse: {reference}\nSjå kva det gjeld: {link}\nStadfest at du har fått meldinga: {answerLink}',
      digestSubject: 'Du har {count} meldingar i Forløp',
      single: 'Hei!\n\n{items}\n\nMeldinga inneheld ingen pasientopplysningar. Du må logge inn for å sjå kva ho gjeld.\n\nHelsing {organisations}',
      digest: 'Hei!\n\nHer er {count} meldingar til deg.\n\n{items}\n\nMeldinga inneheld ingen pasientopplysningar. Du må logge inn for å sjå kva ho gjeld.\n\nHelsing {organisations}',
    },
  ],
  [
    { ...first, wording: 'remind', subject: 'Noko ventar på deg i Forløp', body: 'Ei oppgåve ventar på deg.' },
    { ...first, wording: 'remind-again', subject: 'Noko ventar framleis på deg i Forløp', body: 'Ei oppgåve ventar framleis på deg. Er ho gjord, må det registrerast i Forløp.' },
    { ...first, wording: 'send-helfo-notice', subject: 'Eit varsel ligg i Forløp', body: 'Eit varsel om fristbrot er klart. Opplysningane i varselet ligg i Forløp.' },
    { ...first, wording: 'convene-meeting', subject: 'Eit møte skal avtalast', body: 'Eit møte skal avtalast. Finn ei tid som passar for dei som skal vere med, og registrer henne i Forløp.' },
    { ...first, wording: 'complete-meeting', subject: 'Eit møte er ikkje halde enno', body: 'Eit møte er ikkje registrert som halde. Sjå i Forløp kven som ikkje har svart, og registrer møtet når det er halde.' },
    { ...first, wording: 'offer-course', subject: 'Eit tilbod skal givast', body: 'Eit tilbod skal givast. Gi det, eller registrer i Forløp kvifor det ikkje er aktuelt.' },
    { ...first, wording: 'offer-course-again', subject: 'Eit tilbod er ikkje gitt enno', body: 'Det er ikkje registrert at eit tilbod er gitt. Gi det, eller registrer i Forløp kvifor det ikkje er aktuelt.' },
    { ...first, wording: 'collect-prom', subject: 'Eit skjema skal samlast inn', body: 'Eit skjema skal samlast inn. Det er frivillig å svare; blir det ikkje svart på, skal det registrerast i Forløp.' },
    { ...first, wording: 're-evaluate', subject: 'Tid for ei ny vurdering', body: 'Det er tid for ei ny vurdering. Registrer henne i Forløp når ho er gjord.' },
    { ...first, wording: 'escalate', subject: 'Noko i Forløp treng deg', body: 'Ei oppgåve er ikkje gjord, eller vi nådde ikkje den som skulle gjere henne. Ho ligg no hos deg som koordinator.' },
    { ...first, wording: 'escalate-unconfirmed', subject: 'Eit varsel er ikkje stadfesta', body: 'Eit varsel om fristbrot ventar på at ein namngitt person stadfestar det. Ingenting er sendt. Stadfest eller avvis varselet i Forløp.' },
    { ...first, wording: 'withdraw', subject: 'Ei melding frå Forløp gjeld ikkje lenger', body: 'Ei tidlegare melding frå oss gjeld ikkje lenger, fordi noko er registrert i etterkant eller retta. Sjå i Forløp kva som er rett no.' },
  ],
);
