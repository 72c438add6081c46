import type { Row } from '../rows/row.js';

/** No referral has so many lines that say something of their own: the key is not what tells referrals apart, and whose they are nobody knows. */
export const mostLines = 10_000;

/**
 * The lines of one referral in the order of the file, each that says something new once. However many the file has, no more than `mostLines` are held: those of a
 * crowd are counted only.
 */
export class ReferralLines {
  private readonly kept: Row[] = [];
  private readonly said = new Set<string>();
  /** All that were put, the repeated ones too. */
  count = 0;
  /** Lines that say what an earlier one has said. Not known of those that came after a crowd was one. */
  repeated = 0;
  /** Whether they are more than a referral can have. */
  isCrowd = false;

  put(row: Row): void {
    this.count += 1;
    if (this.isCrowd) return;
    const text = row.cells.join('\u001f');
    if (this.said.has(text)) {
      this.repeated += 1;
      return;
    }
    this.said.add(text);
    this.kept.push(row);
    if (this.kept.length > mostLines) this.giveUp();
  }

  /** Of a crowd the first alone. */
  get rows(): readonly Row[] {
    return this.kept;
  }

  private giveUp(): void {
    this.isCrowd = true;
    this.said.clear();
    this.kept.length = 1;
  }
}
