import type { Outgoing, OutgoingItem } from '../channel.js';

/** What a letter is made of, whatever it is about. */
export interface Letter extends Pick<Outgoing, 'text' | 'subject' | 'language'> {
  readonly items: readonly Pick<OutgoingItem, 'link' | 'answerLink'>[];
}

/**
 * The text as HTML: the same words, with our own links to press. No pictures, styles from elsewhere or scripts, so
 * nothing is loaded when it is read and nobody learns that it was.
 */
export function htmlLetter({ text, subject, language, items }: Letter): string {
  const links = new Set(items.flatMap(({ link, answerLink }) => (answerLink === null ? [link] : [link, answerLink])));
  const paragraphs = text.trim().split(/\n{2,}/).map((paragraph) => `<p>${paragraph.split('\n').map((line) => withLinks(line, links)).join('<br>\n')}</p>`);
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escape(subject)}</title></head>
<body style="font:16px/1.5 sans-serif;max-width:40em">
${paragraphs.join('\n')}
</body></html>
`;
}

/** Only links that were meant as such: an address in a name or a title stays text. */
function withLinks(line: string, links: ReadonlySet<string>): string {
  return line
    .split(/(\s+)/)
    .map((word) => (links.has(word) && /^https?:\/\//.test(word) ? `<a href="${escape(word)}">${escape(word)}</a>` : escape(word)))
    .join('');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
