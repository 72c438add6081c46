import type { OsloDate } from '@forlop/calendar';
import type { ComplianceQuery, Defect, LoggedPathway, NprRow, Outcome, PublicReport, Report, TallyRow } from '@forlop/compliance';

/** A report with what holds it to its bytes. */
export interface SealedReport<R = Report> {
  readonly report: R;
  /** SHA-256 over the report's canonical JSON, hex. */
  readonly sha256: string;
}

/** Which occurrences of a cell are opened: all that the report counted there. */
export interface CellQuery extends ComplianceQuery {
  readonly outcome?: Outcome['outcome'];
  readonly reason?: string;
  readonly cause?: string;
  /** Only those that the quality-assured number leaves out, for this reason or (`any`) for any. */
  readonly defect?: Defect | 'any';
  /** Only those of one line of a report that is split. */
  readonly version?: string;
  readonly variant?: string;
  readonly step?: string;
  readonly after?: string;
  readonly limit?: number;
}

/** One occurrence that a number is made of. */
export interface CountedClock extends Outcome {
  readonly pathwayId: string;
  /** The clock's key in its pathway, by which it is explained. */
  readonly key: string;
  readonly clock: string;
  readonly organisationId: string;
  readonly startOn: OsloDate;
  readonly dueOn: OsloDate | null;
  readonly metOn: OsloDate | null;
  readonly endedOn: OsloDate | null;
  readonly defect: Defect | null;
}

export interface CountedPage {
  readonly items: readonly CountedClock[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
}

/** Which pathways an event log is of: those received in the period, judged as of a day. */
export type EventLogQuery = Pick<ComplianceQuery, 'from' | 'to' | 'asOf' | 'organisation' | 'definition'>;

/** A pathway of an event log, with the id that it never carries, so that whoever asked can be logged. */
export interface LoggedWithId {
  readonly pathwayId: string;
  readonly logged: LoggedPathway;
}

/** Which pathways NPR-shaped rows are of: those first received in the period, of what stood by a day as known at a place in the ledger. */
export type NprQuery = EventLogQuery & Pick<ComplianceQuery, 'knownAt'>;

/** The rows of a pathway, with the id that they never carry, so that whoever asked can be logged. */
export interface NprWithId {
  readonly pathwayId: string;
  readonly rows: readonly NprRow[];
}

/** What kept and broken frister add up to, for whoever looks: their own organisations and those below. */
export interface Compliance {
  /** Today in Oslo by the ledger's clock: the day that a question is about when nobody says. */
  complianceDay(): Promise<OsloDate>;
  /** The last place in the ledger that was recorded before that day in Oslo was over, for `knownAt`; 0: none was. Whoever asks need see nothing of it. */
  compliancePlace(day: OsloDate): Promise<number>;
  /** What is counted; reports are computed from it alone. Throws `unknown-organisation`. */
  complianceTallies(query: ComplianceQuery): Promise<readonly TallyRow[]>;
  /** `withDetail`: charts and distributions for each line. Throws `unknown-organisation`. */
  complianceReport(query: ComplianceQuery, options?: { readonly withDetail?: boolean }): Promise<SealedReport>;
  /** The report over all organisations for whoever may see no patient: one whole year, small numbers hidden. */
  publicComplianceReport(query: ComplianceQuery): Promise<SealedReport<PublicReport>>;
  /** The occurrences that a number is made of, in the order of pathway and key. Throws `unknown-organisation`, `bad-cursor`. */
  complianceCell(query: CellQuery): Promise<CountedPage>;
  /** Pathways as an event log tells them, by pseudonym, in the order of their ids. Throws `unknown-organisation`. */
  complianceEventLog(query: EventLogQuery): AsyncGenerator<LoggedWithId, void, void>;
  /** NPR-shaped rows by pseudonym, pathway by pathway, in the order of their ids. Throws `unknown-organisation`. */
  complianceNpr(query: NprQuery): AsyncGenerator<NprWithId, void, void>;
}
