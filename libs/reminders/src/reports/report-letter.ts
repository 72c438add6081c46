import type { Language } from '../templates/types.js';

/** What a mail about a scheduled report tells. */
export type ReportNews = 'ready' | 'owner-without-right' | 'receiver-without-right';

/** The mail as it goes, and which wording it is, for the proof. */
export interface ReportLetter {
  readonly template: string;
  readonly subject: string;
  readonly text: string;
}

interface Wording {
  readonly version: number;
  readonly subject: string;
  readonly body: string;
}

/** What is said is never changed: a new wording is a new version. No number, period, organisation or title stands in it: each of them can tell of somebody. */
const wordings: Readonly<Record<ReportNews, Readonly<Record<Language, Wording>>>> = {
  ready: {
    nb: { version: 1, subject: 'En fast rapport er klar i Forløp', body: 'En fast rapport som du mottar, er laget. Logg inn for å lese den.' },
    nn: { version: 1, subject: 'Ein fast rapport er klar i Forløp', body: 'Ein fast rapport som du får, er laga. Logg inn for å lese han.' },
    en: { version: 1, subject: 'A scheduled report is ready in Forløp', body: 'A scheduled report that you receive has been made. Log in to read it.' },
  },
  'owner-without-right': {
    nb: { version: 1, subject: 'En fast rapport ble ikke laget', body: 'En fast rapport som du eier, ble ikke laget, fordi du ikke lenger har rollen som gir rett til den. Den er satt på pause. Be en kollega med rett til rapporten åpne den og lagre: da går den videre i kollegaens navn.' },
    nn: { version: 1, subject: 'Ein fast rapport vart ikkje laga', body: 'Ein fast rapport som du eig, vart ikkje laga, fordi du ikkje lenger har rolla som gir rett til han. Han er sett på pause. Be ein kollega med rett til rapporten opne han og lagre: då går han vidare i namnet til kollegaen.' },
    en: { version: 1, subject: 'A scheduled report was not made', body: 'A scheduled report that you own was not made, because you no longer have the role that gives a right to it. It has been paused. Ask a colleague who has the right to open it and save: it then goes on in their name.' },
  },
  'receiver-without-right': {
    nb: { version: 1, subject: 'En mottaker fikk ikke en fast rapport', body: 'En fast rapport som du eier, er laget. En av mottakerne har ikke lenger rett til den, og fikk ikke beskjed. Åpne rapporten for å se hvem, og ta bort mottakeren eller be om at rollen gis på nytt.' },
    nn: { version: 1, subject: 'Ein mottakar fekk ikkje ein fast rapport', body: 'Ein fast rapport som du eig, er laga. Ein av mottakarane har ikkje lenger rett til han, og fekk ikkje beskjed. Opne rapporten for å sjå kven, og ta bort mottakaren eller be om at rolla blir gitt på nytt.' },
    en: { version: 1, subject: 'A receiver was not given a scheduled report', body: 'A scheduled report that you own has been made. One of its receivers no longer has a right to it and was not told. Open the report to see who, and remove the receiver or ask that the role be given again.' },
  },
};

const frames: Readonly<Record<Language, { readonly hello: string; readonly open: string; readonly notice: string; readonly bye: string }>> = {
  nb: { hello: 'Hei!', open: 'Åpne', notice: 'Meldingen inneholder ingen tall og ingen pasientopplysninger. Du må logge inn for å se noe.', bye: 'Hilsen Forløp' },
  nn: { hello: 'Hei!', open: 'Opne', notice: 'Meldinga inneheld ingen tal og ingen pasientopplysningar. Du må logge inn for å sjå noko.', bye: 'Helsing Forløp' },
  en: { hello: 'Hello,', open: 'Open', notice: 'This message holds no numbers and nothing about patients. You must log in to see anything.', bye: 'Forløp' },
};

/** A mail about a scheduled report: a link, and what to do. */
export function reportLetter({ news, language, link }: { readonly news: ReportNews; readonly language: Language; readonly link: string }): ReportLetter {
  const { version, subject, body } = wordings[news][language];
  const { hello, open, notice, bye } = frames[language];
  return { template: `report.${news}.nothing.${language}@${version}`, subject, text: `${hello}\n\n${body}\n\n${open}: ${link}\n\n${notice}\n\n${bye}\n` };
}
