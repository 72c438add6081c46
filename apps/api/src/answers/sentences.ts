import type { AnswerTaken, LinkAnswer } from '@forlop/ledger';
import type { PageContent } from './page.js';

/** What the form may send, and what it means. */
export const answersByValue: Readonly<Record<string, LinkAnswer>> = { mottatt: 'received', 'ikke-min': 'not-mine' };

const logInForMore = 'Du må logge inn for å se hva det gjelder, og for å registrere at noe er gjort.';

/** What the link of a reminder shows: the reference that stands in the message too, and nothing of the patient. */
export const askPage = (reference: string, afterLogIn: string): PageContent => ({
  afterLogIn,
  title: 'Svar på en påminnelse',
  paragraphs: [`Referanse: ${reference}`, 'Velg det som passer. Ingenting registreres før du trykker på en knapp.', logInForMore],
  choices: [{ label: 'Mottatt', value: 'mottatt' }, { label: 'Ikke min pasient', value: 'ikke-min' }],
});

const recorded: Readonly<Record<LinkAnswer, string>> = {
  received: 'Vi har registrert at du har mottatt påminnelsen. Det som skal gjøres, står fortsatt åpent til det er registrert som gjort.',
  'not-mine': 'Vi har registrert at dette ikke gjelder en pasient hos deg. Forløpskoordinatoren får beskjed.',
};

/** How an answer was taken, with the status of the page that says so. */
export function takenPage(taken: AnswerTaken, answer: LinkAnswer, reference: string, afterLogIn: string): readonly [number, PageContent] {
  const about = `Referanse: ${reference}`;
  if (taken === 'recorded') return [200, { afterLogIn, title: 'Takk for svaret', paragraphs: [about, recorded[answer]] }];
  if (taken === 'repeated') return [200, { afterLogIn, title: 'Svaret er registrert fra før', paragraphs: [about, 'Ingenting er endret.'] }];
  return [409, { afterLogIn, title: 'Påminnelsen kan ikke besvares nå', paragraphs: [about, 'Den er besvart på en annen måte, eller gjelder ikke lenger. Ingenting er endret.', logInForMore] }];
}

export const notAnAnswer: PageContent = { title: 'Svaret kunne ikke leses', paragraphs: ['Gå tilbake til lenken i meldingen, og velg en av knappene. Ingenting er endret.'] };

/** Links that are not ours and links to nothing look the same. */
export const noSuchLink: PageContent = { title: 'Lenken virker ikke', paragraphs: ['Se etter at hele lenken fra meldingen kom med, eller logg inn for å se det som venter på deg.'] };

export const expiredLink: PageContent = { title: 'Lenken har gått ut', paragraphs: ['Logg inn for å se det som venter på deg.'] };

export const unsubscribePage: PageContent = {
  title: 'Avmelding av samlemeldinger',
  paragraphs: [
    'Trykk på knappen hvis du ikke vil ha flere påminnelser samlet i én melding. Da kommer hver påminnelse for seg.',
    'Påminnelser om noe du har ansvar for, kan ikke slås av. Logg inn for å velge hvor ofte de kommer, eller hvem som svarer når du er borte.',
  ],
  choices: [{ label: 'Meld av samlemeldinger' }],
};

export const unsubscribedPage: PageContent = { title: 'Du er meldt av samlemeldinger', paragraphs: ['Fra nå av kommer hver påminnelse for seg. Det kan du endre når du er logget inn.'] };
