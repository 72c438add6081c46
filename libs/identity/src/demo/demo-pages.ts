import { roleTitles } from '@forlop/access';
import { escapeHtml, page } from '../html.js';
import { demoUsers, type DemoUser } from './demo-users.js';

const notice = '<p class="notice">Dette er en demo. Alle personer er oppdiktet, ingen har passord, og her skal det aldri være opplysninger om virkelige pasienter.</p>';

function choice({ key, name, title, role }: DemoUser): string {
  return `<li><button name="bruker" value="${escapeHtml(key)}"><strong>${escapeHtml(name)}</strong><small>${escapeHtml(title)}. Rolle: ${escapeHtml(roleTitles[role])}.</small></button></li>`;
}

/** The log-in page: everybody in the list, a click logs in. */
export function loginPage(action: string): string {
  return page('Logg inn i demoen', `<h1>Logg inn i demoen</h1>${notice}<p>Velg hvem du vil være:</p><form method="post" action="${escapeHtml(action)}"><ul>${demoUsers.map(choice).join('')}</ul></form>`);
}

/** @param form of the provider, with its protection against forged requests. */
export function logoutPage(form: string): string {
  return page('Logg ut', `<h1>Vil du logge ut?</h1>${form}<ul><li><button form="op.logoutForm" name="logout" value="yes">Ja, logg ut</button></li><li><button form="op.logoutForm">Nei, bli innlogget</button></li></ul>`);
}

export function loggedOutPage(): string {
  return page('Du er logget ut', `<h1>Du er logget ut</h1>${notice}`);
}

/** @param code the protocol's word for what went wrong, for whoever reports it. */
export function errorPage(code: string): string {
  return page('Det gikk ikke', `<h1>Innloggingen gikk ikke</h1><p>Gå tilbake til Forløp og prøv igjen. Feilkode: ${escapeHtml(code)}.</p>`);
}
