/** What somebody ran: an extract taken in, or historical pathways set going. */
export interface BegunHistoryRun {
  readonly kind: 'import' | 'go-live';
  /** The account on the machine that it is run from. */
  readonly operator: string;
  /** Of an import alone. */
  readonly extract: { readonly system: string; readonly fileNameSha256: string; readonly fileSha256: string; readonly mappingSha256: string } | null;
}

/** How it ended. */
export interface EndedHistoryRun {
  readonly outcome: 'finished' | 'broken-off';
  /** A code of what broke it off. */
  readonly problem: string | null;
  /** What came of it, by name. */
  readonly counts: Readonly<Record<string, number>>;
  /** Of the pathways that were given to the ledger. */
  readonly organisationIds: readonly string[];
}

/** One that was begun. `ended` is null while it goes on, and for good where its process was killed. */
export interface HistoryRun extends BegunHistoryRun {
  readonly id: string;
  /** An instant. */
  readonly begunAt: string;
  readonly ended: (EndedHistoryRun & { readonly at: string }) | null;
}

/** Who took history in, and who set it going. Rows are added and never changed. */
export interface HistoryRuns {
  /** Keeps that it begins; answers its id. */
  beginHistoryRun(run: BegunHistoryRun): Promise<string>;
  /** Keeps how it ended, once. */
  endHistoryRun(id: string, ended: EndedHistoryRun): Promise<void>;
  /** The latest first, at most 500. `before`: an instant. */
  historyRuns(query?: { readonly before?: string; readonly limit?: number }): Promise<readonly HistoryRun[]>;
}
