import { defineTemplates } from '../define.js';

const first = { version: 1, validFrom: '2020-01-01' } as const;

/** Bokmål, without a word about the patient: not even which kind of duty, where that could tell of an illness. */
export const nothingNb = defineTemplates(
  { language: 'nb', carries: 'nothing' },
  [
    {
      ...first,
      facts: 'Frist: {due}\n\nReferanse: {reference}\nSe hva det gjelder: {link}\nBekreft at du har fått meldingen: {answerLink}',
      digestSubject: 'Du har {count} meldinger i Forløp',
      single: 'Hei!\n\n{items}\n\nMeldingen inneholder ingen pasientopplysninger. Du må logge inn for å se hva den gjelder.\n\nHilsen {organisations}',
      digest: 'Hei!\n\nHer er {count} meldinger til deg.\n\n{items}\n\nMeldingen inneholder ingen pasientopplysninger. Du må logge inn for å se hva den gjelder.\n\nHilsen {organisations}',
    },
  ],
  [
    { ...first, wording: 'remind', subject: 'Noe venter på deg i Forløp', body: 'En oppgave venter på deg.' },
    { ...first, wording: 'remind-again', subject: 'Noe venter fortsatt på deg i Forløp', body: 'En oppgave venter fortsatt på deg. Er den gjort, må det registreres i Forløp.' },
    { ...first, wording: 'send-helfo-notice', subject: 'Et varsel ligger i Forløp', body: 'Et varsel om fristbrudd er klart. Opplysningene i varselet ligger i Forløp.' },
    { ...first, wording: 'convene-meeting', subject: 'Et møte skal avtales', body: 'Et møte skal avtales. Finn en tid som passer for dem som skal være med, og registrer den i Forløp.' },
    { ...first, wording: 'complete-meeting', subject: 'Et møte er ikke avholdt ennå', body: 'Et møte er ikke registrert som avholdt. Se i Forløp hvem som ikke har svart, og registrer møtet når det er holdt.' },
    { ...first, wording: 'offer-course', subject: 'Et tilbud skal gis', body: 'Et tilbud skal gis. Gi det, eller registrer i Forløp hvorfor det ikke er aktuelt.' },
    { ...first, wording: 'offer-course-again', subject: 'Et tilbud er ikke gitt ennå', body: 'Det er ikke registrert at et tilbud er gitt. Gi det, eller registrer i Forløp hvorfor det ikke er aktuelt.' },
    { ...first, wording: 'collect-prom', subject: 'Et skjema skal samles inn', body: 'Et skjema skal samles inn. Det er frivillig å svare; blir det ikke besvart, registreres det i Forløp.' },
    { ...first, wording: 're-evaluate', subject: 'Tid for en ny vurdering', body: 'Det er tid for en ny vurdering. Registrer den i Forløp når den er gjort.' },
    { ...first, wording: 'escalate', subject: 'Noe i Forløp trenger deg', body: 'En oppgave er ikke gjort, eller den som skulle gjøre den, kunne ikke nås. Den ligger nå hos deg som koordinator.' },
    { ...first, wording: 'escalate-unconfirmed', subject: 'Et varsel er ikke bekreftet', body: 'Et varsel om fristbrudd venter på at en navngitt person bekrefter det. Ingenting er sendt. Bekreft eller avvis varselet i Forløp.' },
    { ...first, wording: 'withdraw', subject: 'En melding fra Forløp gjelder ikke lenger', body: 'En tidligere melding fra oss gjelder ikke lenger, fordi noe er registrert i etterkant eller rettet. Se i Forløp hva som er riktig nå.' },
  ],
);
