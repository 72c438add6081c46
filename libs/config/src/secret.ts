import { inspect } from 'node:util';

/** A text that no log, error or JSON shows; only `reveal` gives it. */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text itself: hand it straight to what needs it. */
  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return '[hemmelig]';
  }

  toJSON(): string {
    return '[hemmelig]';
  }

  [inspect.custom](): string {
    return '[hemmelig]';
  }
}
