import { calendarFile } from './calendar-file.js';

/** What an invitation by e-mail may be made of: nothing of the patient, and nothing that somebody has written freely, such as a place. */
export interface InvitationFacts {
  readonly meetingId: string;
  readonly sequence: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly form: 'fysisk' | 'video' | 'telefon';
  /** When it was decided; the same for every try. */
  readonly saidAt: string;
  readonly method: 'REQUEST' | 'CANCEL';
  readonly reference: string;
  readonly link: string;
  readonly organiser: { readonly name: string; readonly email: string | null };
  readonly email: string;
  readonly required: boolean;
}

/** The mail as it goes, and which wording it is, for the proof. */
export interface InvitationLetter {
  readonly template: string;
  readonly subject: string;
  readonly text: string;
  readonly calendar: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
}

const summary = 'Møte i et pasientforløp';
const forms = { fysisk: 'vi møtes', video: 'video', telefon: 'telefon' } as const;

/** What is said is never changed: a new wording is a new version. */
const wordings = {
  invited: { template: 'meeting.invited.nothing.nb@1', subject: 'Invitasjon: møte i et pasientforløp', body: 'Du er invitert til et møte i et pasientforløp.' },
  moved: { template: 'meeting.moved.nothing.nb@1', subject: 'Ny tid: møte i et pasientforløp', body: 'Et møte i et pasientforløp er endret. Tiden nedenfor er den som gjelder nå.' },
  off: { template: 'meeting.off.nothing.nb@1', subject: 'Avlyst: møte i et pasientforløp', body: 'Et møte i et pasientforløp er avlyst. Det gjaldt tiden nedenfor.' },
} as const;

/** An invitation, a change or a cancellation to one addressee, who sees no other: who else is asked can tell whom it is about. */
export function invitationLetter(facts: InvitationFacts): InvitationLetter {
  const { method, sequence, organiser, email, required } = facts;
  const off = method === 'CANCEL';
  const { template, subject, body } = wordings[off ? 'off' : sequence === 0 ? 'invited' : 'moved'];
  const answer = off ? '' : 'Svar til den som inviterer. Sted, dagsorden og hvem som er med, står i Forløp.\n';
  return {
    template,
    subject,
    text: `Hei!\n\n${body}\n\nTid: ${whenOf(facts)}\nForm: ${forms[facts.form]}\n\nReferanse: ${facts.reference}\nSe hva det gjelder: ${facts.link}\n\n${answer}Meldingen inneholder ingen pasientopplysninger. Du må logge inn for å se hva den gjelder. Har du ikke tilgang til Forløp, oppgir du referansen til den som inviterer.\n\nHilsen ${organiser.name}\n`,
    calendar: {
      method,
      content: calendarFile({
        id: facts.meetingId, sequence, startsAt: facts.startsAt, endsAt: facts.endsAt, saidAt: facts.saidAt, off, summary, place: null, videoUrl: null, organiser,
        attendees: [{ name: email, email, required, answer: null }],
      }),
    },
  };
}

const day = new Intl.DateTimeFormat('nb-NO', { timeZone: 'Europe/Oslo', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const time = new Intl.DateTimeFormat('nb-NO', { timeZone: 'Europe/Oslo', hour: '2-digit', minute: '2-digit' });

/** As clocks in Norway show it; the last day only where it is another. */
function whenOf({ startsAt, endsAt }: Pick<InvitationFacts, 'startsAt' | 'endsAt'>): string {
  const [from, to] = [new Date(startsAt), new Date(endsAt)];
  const end = day.format(from) === day.format(to) ? time.format(to) : `${day.format(to)} kl. ${time.format(to)}`;
  return `${day.format(from)} kl. ${time.format(from)}–${end} (norsk tid)`;
}
