import { createHash } from 'node:crypto';
import type { KeptMail } from './mail-store.js';

const style = 'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.4rem .8rem .4rem 0;border-bottom:1px solid #ccc;vertical-align:top}dt{font-weight:600;float:left;width:8rem}pre{white-space:pre-wrap;border-top:1px solid #ccc;padding-top:1rem;font:inherit}';

/** Headers of these pages: they run nothing, load nothing, are shown inside no other page, and stay in no cache. */
export const inboxHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; object-src 'none'; form-action 'none'; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

/** The list of mails, newest first. `base` is where the inbox is served, e.g. `/mail`. */
export function listPage(mails: readonly KeptMail[], base: string): string {
  if (mails.length === 0) return page('Innboks', '<p>Ingen e-post ennå. Påminnelser som har forfalt, sendes på virkedager mellom klokken 08 og 10, og lander her.</p>');
  const rows = mails.map(
    ({ id, receivedAt, to, subject }) =>
      `<tr><td><time datetime="${escape(receivedAt)}">${escape(osloTime(receivedAt))}</time></td><td>${escape(to)}</td><td><a href="${escape(`${base}/${id}`)}">${escape(subject)}</a></td></tr>`,
  );
  return page('Innboks', `<table><thead><tr><th>Mottatt</th><th>Til</th><th>Emne</th></tr></thead><tbody>${rows.join('')}</tbody></table>`);
}

/** One mail. */
export function mailPage({ receivedAt, from, to, subject, messageId, text }: KeptMail, base: string): string {
  const facts = [
    ['Mottatt', osloTime(receivedAt)],
    ['Fra', from],
    ['Til', to],
    ['Message-ID', messageId],
  ].map(([name, value]) => `<dt>${escape(name ?? '')}</dt><dd>${escape(value ?? '')}</dd>`);
  return page(subject, `<p><a href="${escape(base)}">Til innboksen</a></p><dl>${facts.join('')}</dl><pre>${escape(text)}</pre>`);
}

/** Shown when there is no such mail. */
export function missingPage(base: string): string {
  return page('Finnes ikke', `<p>Det finnes ingen slik e-post.</p><p><a href="${escape(base)}">Til innboksen</a></p>`);
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title>
<style>${style}</style>
</head><body><h1>${escape(title)}</h1>${body}</body></html>`;
}

const osloFormat = new Intl.DateTimeFormat('nb-NO', { timeZone: 'Europe/Oslo', dateStyle: 'short', timeStyle: 'medium' });
const osloTime = (instant: string): string => osloFormat.format(new Date(instant));

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
