import type { IntakeResult } from '@forlop/ledger';
import { counted } from '../layout.js';

/** How one referral went. `would-…`: in a dry run. `refused`: not a referral, so that nobody waits for it. */
export type ImportOutcome = IntakeResult['outcome'] | 'refused' | 'would-accept' | 'would-quarantine';

/** The answer for one referral of one message. */
export interface ImportLine {
  readonly file: string;
  /** From 1; null when the file is one message. */
  readonly line: number | null;
  /** FHIRPath of the referral in the message. */
  readonly path: string;
  readonly outcome: ImportOutcome;
  readonly pathwayId: string | null;
  /** Why it was refused or quarantined, and remarks; sentences without personal data. */
  readonly remarks: readonly { readonly code: string; readonly path?: string; readonly sentence: string }[];
}

const outcomeWords: Readonly<Record<ImportOutcome, string>> = {
  created: 'nytt forløp',
  appended: 'lagt til pasientens forløp',
  same: 'kjent fra før',
  corrected: 'rettet',
  quarantined: 'KARANTENE',
  refused: 'AVVIST',
  'would-accept': 'ville blitt tatt imot',
  'would-quarantine': 'ville blitt satt i KARANTENE',
};

/** Outcomes that someone must look at. */
export const needsLook = (outcome: ImportOutcome): boolean => ['quarantined', 'refused', 'would-quarantine'].includes(outcome);

/** The answer for one referral as people read it; remarks only where something is wrong. */
export function lineText({ file, line, outcome, pathwayId, remarks }: ImportLine): string {
  const where = `${file}${line === null ? '' : `:${line}`}`;
  const first = `${where}: ${outcomeWords[outcome]}${pathwayId === null ? '' : ` ${pathwayId}`}`;
  if (!needsLook(outcome)) return first;
  return [first, ...remarks.map(({ path, sentence }) => `    ${path === undefined ? '' : `${path}: `}${sentence}`)].join('\n');
}

/** How many went each way. */
export type Counts = Readonly<Record<ImportOutcome, number>>;

export const noCounts = (): Record<ImportOutcome, number> => ({ created: 0, appended: 0, same: 0, corrected: 0, quarantined: 0, refused: 0, 'would-accept': 0, 'would-quarantine': 0 });

/** The last line. */
export function summaryText(counts: Counts): string {
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const parts = (Object.entries(counts) as [ImportOutcome, number][]).filter(([, n]) => n > 0).map(([outcome, n]) => `${n} ${outcomeWords[outcome].toLowerCase()}`);
  return `${counted(total, 'henvisning', 'henvisninger')}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}.`;
}
