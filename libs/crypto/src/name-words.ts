/**
 * Spellings of the same letter, in the order in which they are replaced. Norwegian names in foreign systems are often
 * written without æ, ø and å, and Swedish and German ones with ä and ö.
 */
const sameLetters: readonly (readonly [RegExp, string])[] = [
  [/aa/g, 'å'],
  [/ae|ä/g, 'æ'],
  [/oe|ö/g, 'ø'],
  [/ü/g, 'y'],
  [/ð|đ/g, 'd'],
  [/þ/g, 'th'],
  [/ß/g, 'ss'],
  [/ł/g, 'l'],
];

/** Letters of their own in Norwegian, which must survive when accents are taken off. */
const ownLetters = 'æøå';

function withoutAccents(text: string): string {
  return [...text].map((letter) => (ownLetters.includes(letter) ? letter : letter.normalize('NFD').replace(/\p{M}/gu, ''))).join('');
}

function normalise(text: string): string {
  let result = text.normalize('NFC').toLocaleLowerCase('nb');
  for (const [pattern, letter] of sameLetters) result = result.replace(pattern, letter);
  return withoutAccents(result);
}

const joiners = /[-‐‑–—'’´`.]/u;
const notLetters = /[^\p{L}\p{N}]+/u;

const wordsIn = (text: string): string[] => text.split(notLetters).filter((word) => word !== '');

/**
 * The words of a name as they are compared: lower case, accents off, å for aa, æ for ae and ä, ø for oe and ö.
 * A name joined by a hyphen or an apostrophe gives its parts, and also the whole, so that both «Kari Anne»
 * and «Karianne» find «Kari-Anne».
 */
export function nameWords(name: string): string[] {
  const words = new Set(wordsIn(normalise(name)));
  for (const piece of normalise(name).split(/\s+/u)) {
    if (joiners.test(piece)) words.add(wordsIn(piece).join(''));
  }
  words.delete('');
  return [...words];
}

/** The words that a search asks for: the parts of joined names, without the whole. */
export function searchWords(text: string): string[] {
  return [...new Set(wordsIn(normalise(text)))];
}
