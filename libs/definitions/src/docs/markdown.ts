/** A Markdown table; empty when it has no rows. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(headings), `|${headings.map(() => '---').join('|')}|`, ...rows.map(line)];
}

/** Bullets of what has something to say. */
export function bullets(items: readonly (readonly [label: string, text: string | null])[]): string[] {
  return items.filter(([, text]) => text !== null && text !== '').map(([label, text]) => `- **${label}:** ${text}`);
}

export const code = (text: string): string => `\`${text}\``;

/** Joins parts with a comma and a last word: `a, b og c`. */
export function listed(items: readonly string[], last: 'og' | 'eller'): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/** First letter in upper case. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
