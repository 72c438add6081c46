/** A JSON value: what facts carry and what canonical JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A text that a user reads: bokmål always, English where a translation exists. */
export interface Text {
  readonly nb: string;
  readonly en?: string;
}

/**
 * How binding a rule is: `in-force` is law or a published pathway, `draft` a consultation draft, `proposed` an expert
 * network's proposal, `local` a choice that the sources leave open and the definition's owner may edit.
 */
export type RuleStatus = 'in-force' | 'draft' | 'proposed' | 'local';

/** Where a rule comes from. Citations change while rules stand, so each carries its own validity. */
export interface Citation {
  /** Key into the definition's `sources`. */
  readonly source: string;
  /** Chapter, paragraph or section, e.g. `§ 2-2 første ledd`. */
  readonly locator?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  /** A sentence quoted from the source, or a note on how it was read. */
  readonly note?: string;
}
