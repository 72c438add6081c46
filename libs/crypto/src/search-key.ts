import { createHmac } from 'node:crypto';
import { decodeKey } from './key-set.js';
import { nameWords, searchWords } from './name-words.js';

/** Enough that two names never meet by chance, and half the index of a whole hash. */
const TOKEN_BYTES = 16;

/**
 * Keyed hashes for finding people without storing what they are found by: HMAC-SHA256, with the use in the hashed text so
 * that the same words in two places give different hashes. The key cannot be rotated without reading every
 * patient once, so it is another than the master key.
 */
export class SearchKey {
  constructor(private readonly key: Buffer) {}

  /** Reads `FORLOP_SEARCH_KEY`: base64 of 32 bytes. @throws CryptoError `bad-key`. */
  static fromEnv(env: Readonly<Record<string, string | undefined>>): SearchKey {
    return new SearchKey(decodeKey(env['FORLOP_SEARCH_KEY'], 'FORLOP_SEARCH_KEY'));
  }

  /** Hash of any text under a use, 32 bytes. */
  hash(use: string, text: string): Buffer {
    return createHmac('sha256', this.key).update(`${use}\0${text}`, 'utf8').digest();
  }

  /** Hash of a person's number in a system; spaces do not count. */
  identifier(system: string, value: string): Buffer {
    return this.hash('identifier', `${system}|${value.replace(/\s/g, '')}`);
  }

  /** Tokens to store for a name: one for each word, and for joined words as a whole. */
  nameTokens(name: string): Buffer[] {
    return nameWords(name).map((word) => this.token(word));
  }

  /** Tokens that a stored name must have to be found by these words. */
  searchTokens(text: string): Buffer[] {
    return searchWords(text).map((word) => this.token(word));
  }

  private token(word: string): Buffer {
    return this.hash('name', word).subarray(0, TOKEN_BYTES);
  }
}
