import { createHash } from 'node:crypto';
import type { Response } from 'express';

/** Where links that answer a reminder lead. */
export const ANSWERS = 'svar';

/** Whether people come to this address by a link in a message, and are answered with a page. */
export const isAnswerPath = (path: string): boolean => path.startsWith(`/${ANSWERS}/`);

/** A choice that the page offers; nothing happens before it is taken. */
export interface Choice {
  readonly label: string;
  /** What the form sends as `svar`; none: the button alone says it. */
  readonly value?: string;
}

/** What a page says. All of it is text, never HTML. */
export interface PageContent {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly choices?: readonly Choice[];
  /** Path in the web application that a log-in leads to; left out: its first page. */
  readonly afterLogIn?: string;
}

const style = 'body{font:1.125rem/1.5 system-ui,sans-serif;max-width:36rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}button{font:inherit;margin:0 1rem 1rem 0;padding:.6rem 1.2rem;border:2px solid #00519e;border-radius:.3rem;background:#fff;color:#00519e;cursor:pointer}button:hover,button:focus-visible{background:#00519e;color:#fff}a{color:#00519e}';
const styleHash = createHash('sha256').update(style).digest('base64');

/** Its own style and forms to itself; no script, no picture, nothing from elsewhere, and not inside another page. */
const policy = ["default-src 'none'", `style-src 'sha256-${styleHash}'`, "form-action 'self'", "base-uri 'none'", "object-src 'none'", "frame-ancestors 'none'", "script-src-attr 'none'"].join('; ');

/** Answers with a page that no cache keeps, no other address is told of, and no search engine lists. */
export function sendPage(response: Response, status: number, content: PageContent): void {
  response
    .status(status)
    .set({ 'Content-Security-Policy': policy, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex, nofollow' })
    .type('html')
    .send(htmlOf(content));
}

function htmlOf({ title, paragraphs, choices = [], afterLogIn }: PageContent): string {
  const logIn = afterLogIn === undefined ? '/auth/login' : `/auth/login?${new URLSearchParams({ til: afterLogIn })}`;
  const form = choices.length === 0 ? '' : `<form method="post">${choices.map(button).join('')}</form>`;
  return `<!doctype html>
<html lang="nb">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)} – Forløp</title><style>${style}</style></head>
<body><main><h1>${escaped(title)}</h1>${paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('')}${form}<p><a href="${escaped(logIn)}">Logg inn i Forløp</a></p></main></body>
</html>
`;
}

const button = ({ label, value }: Choice): string => `<button type="submit"${value === undefined ? '' : ` name="svar" value="${escaped(value)}"`}>${escaped(label)}</button>`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign]!);
