import type { Mail } from './mailer.js';

/** What is said: the workflows' words for it (`Wording`). */
export const messageKinds = [
  'remind',
  'remind-again',
  'send-helfo-notice',
  'convene-meeting',
  'complete-meeting',
  'offer-course',
  'offer-course-again',
  'collect-prom',
  're-evaluate',
  'escalate',
  'escalate-unconfirmed',
  'withdraw',
] as const;
export type MessageKind = (typeof messageKinds)[number];

/** What a message may tell beside its kind. Nothing about the patient: whoever wants to know signs in. */
export interface MessageFacts {
  /** Opaque; people use it on the telephone. */
  readonly reference: string;
  /** Where to sign in and see what it is about. */
  readonly link: string;
  /** The due date in words, e.g. `8. april 2026`. */
  readonly due: string | null;
  /** The organisation that asks. */
  readonly organisation: string;
}

interface Text {
  readonly subject: string;
  readonly says: string;
}

const texts: Readonly<Record<MessageKind, Text>> = {
  remind: { subject: 'Noe venter på deg i Forløp', says: 'En oppgave i et pasientforløp venter på deg.' },
  'remind-again': { subject: 'Noe venter fortsatt på deg i Forløp', says: 'En oppgave i et pasientforløp venter fortsatt på deg. Er den gjort, må det registreres i Forløp.' },
  'send-helfo-notice': { subject: 'Varsel om fristbrudd', says: 'Vi varsler om fristbrudd for en pasient. Opplysningene i varselet ligger i Forløp.' },
  'convene-meeting': { subject: 'Et møte skal avtales', says: 'Et tilbakeføringsmøte (oppsummerende samhandlingsmøte) skal avtales. Finn en tid som passer for dem som skal være med, og registrer den i Forløp.' },
  'complete-meeting': { subject: 'Et møte er ikke avholdt ennå', says: 'Et tilbakeføringsmøte er ikke registrert som avholdt. Se i Forløp hvem som ikke har svart, og registrer møtet når det er holdt.' },
  'offer-course': { subject: 'Et kurs skal tilbys', says: 'En pasient skal få tilbud om kurs ved lærings- og mestringssenteret. Gi tilbudet, eller registrer i Forløp hvorfor det ikke er aktuelt.' },
  'offer-course-again': { subject: 'Et kurs er ikke tilbudt ennå', says: 'Det er ikke registrert at en pasient har fått tilbud om kurs ved lærings- og mestringssenteret. Gi tilbudet, eller registrer i Forløp hvorfor det ikke er aktuelt.' },
  'collect-prom': { subject: 'Et spørreskjema skal samles inn', says: 'Et spørreskjema som pasienten selv fyller ut, skal samles inn. Pasienten kan la være å svare; registrer det i så fall i Forløp.' },
  're-evaluate': { subject: 'En diagnose skal vurderes på nytt', says: 'Det er tid for å vurdere en diagnose på nytt. Registrer vurderingen i Forløp.' },
  escalate: { subject: 'Noe i Forløp trenger deg', says: 'En oppgave er ikke gjort, eller den som skulle gjøre den, kunne ikke nås. Den ligger nå hos deg som koordinator.' },
  'escalate-unconfirmed': { subject: 'Et varsel til Helfo er ikke bekreftet', says: 'Et varsel om fristbrudd venter på at en navngitt person bekrefter det. Ingenting er sendt til Helfo. Bekreft eller avvis varselet i Forløp.' },
  withdraw: { subject: 'En melding fra Forløp gjelder ikke lenger', says: 'En tidligere melding fra oss gjelder ikke lenger, fordi noe er registrert i etterkant eller rettet. Se i Forløp hva som er riktig nå.' },
};

/** Subject and text of a message, in bokmål. */
export function mailText(kind: MessageKind, { reference, link, due, organisation }: MessageFacts): Pick<Mail, 'subject' | 'text'> {
  const { subject, says } = texts[kind];
  const lines = [
    'Hei!',
    '',
    says,
    ...(due === null || kind === 'withdraw' ? [] : ['', `Frist: ${due}`]),
    '',
    `Referanse: ${reference}`,
    `Se hva det gjelder: ${link}`,
    '',
    'E-posten inneholder ingen pasientopplysninger. Du må logge inn for å se hva den gjelder.',
    '',
    `Hilsen ${organisation}`,
  ];
  return { subject, text: `${lines.join('\n')}\n` };
}
