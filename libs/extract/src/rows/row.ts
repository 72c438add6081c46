/** One line of an extract. */
export interface Row {
  /** Where it begins in the file, from 1; in a spreadsheet the row's number. */
  readonly line: number;
  /** Trimmed. */
  readonly cells: readonly string[];
  /** Why it cannot be read; the cells are then empty. */
  readonly fault?: RowFault;
}

/** `unclosed-quote`: a quotation mark that never ends. `encoding`: bytes that are not of the character set. `control`: characters that no text has. `too-long`. */
export type RowFault = 'unclosed-quote' | 'encoding' | 'control' | 'too-long';

/** A file that cannot be read as an extract at all. */
export class ExtractError extends Error {
  readonly code = 'bad-extract';
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ExtractError';
  }
}
