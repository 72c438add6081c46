import { Inject, Injectable } from '@nestjs/common';
import type { complianceCellQuerySchema, complianceCellSchema, complianceQuerySchema, complianceReportSchema } from '@forlop/contracts';
import { addDays, osloDate } from '@forlop/calendar';
import type { ComplianceQuery, PublicReport, Report } from '@forlop/compliance';
import { reportCsv, reportPdf, reportWorkbook, type ReportFile } from '@forlop/documents';
import type { Ledger, SealedReport } from '@forlop/ledger';
import type * as z from 'zod';
import { currentAccess, noted } from '../access/request-scope.js';
import { ApiProblem } from '../http/api-problem.js';
import { given } from '../http/given.js';
import { LEDGER } from '../tokens.js';
import { knownAsAsked } from './known.js';

type Asked = z.output<typeof complianceQuerySchema>;
type CellAsked = z.output<typeof complianceCellQuerySchema>;

/** What kept and broken frister add up to, for whoever asks: their own patients, or all of them with small numbers hidden. */
@Injectable()
export class ComplianceService {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  async report(asked: Asked): Promise<z.input<typeof complianceReportSchema>> {
    const { decision, principal } = currentAccess();
    noted({ filter: JSON.stringify(asked).slice(0, 1000) });
    const query = await this.queryOf(asked, asked.split);
    if (decision.reach !== 'house') return this.ledger.complianceReport(query, { withDetail: asked.detail });
    // Nobody named a day: the last month that is over.
    const asOf = asked.asOf ?? addDays(osloDate(`${query.asOf.slice(0, 7)}-01`), -1);
    return this.hidden({ ...query, asOf }, `${principal.kind}:${principal.id}`);
  }

  async file(asked: Asked): Promise<string> {
    return reportCsv(await this.named(asked));
  }

  async workbook(asked: Asked): Promise<Buffer> {
    return reportWorkbook(await this.named(asked));
  }

  async pdf(asked: Asked): Promise<Buffer> {
    return reportPdf(await this.named(asked));
  }

  async cell({ cursor, limit, ...asked }: CellAsked): Promise<z.input<typeof complianceCellSchema>> {
    const { outcome, reason, cause, defect, version, variant, step } = asked;
    const { only: _, ...whole } = await this.queryOf(asked);
    const query = { ...whole, ...given({ outcome, reason, cause, defect, version, variant, step, after: cursor, limit }) };
    const { items, next } = await this.ledger.complianceCell(query);
    return { rows: items, more: next !== null, nextCursor: next };
  }

  /** @throws ApiProblem for a question whose answer could be subtracted from another. */
  private async hidden(query: ComplianceQuery, actor: string): Promise<z.input<typeof complianceReportSchema>> {
    try {
      return await this.ledger.as({ kind: 'statistics', actor }).publicComplianceReport({ ...query, organisation: null });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new ApiProblem('invalid-input', 'Den som ikke ser pasienter, kan spørre om ett helt kalenderår, per siste dag i en måned, uten oppdeling og slik det er kjent nå.', { code: 'one-whole-year' });
    }
  }

  /** The report with what its organisations are called. */
  private async named(asked: Asked): Promise<ReportFile> {
    const { report, sha256 } = (await this.report(asked)) as SealedReport<Report | PublicReport>;
    const { decision, principal } = currentAccess();
    const organisations = decision.reach === 'house' ? await this.names(principal.id) : await this.ledger.organisations();
    return { report, sha256, names: new Map(organisations.map(({ id, name }) => [id, name])) };
  }

  private names(actor: string): ReturnType<Ledger['organisations']> {
    return this.ledger.as({ kind: 'statistics', actor }).organisations();
  }

  private async queryOf(asked: Omit<CellAsked, 'cursor' | 'limit'>, splitBy: ComplianceQuery['splitBy'] = []): Promise<ComplianceQuery> {
    const { from, to, cohort, org: organisation = null, definition = null, clock: clocks = null } = asked;
    const only = given({ version: asked.version, variant: asked.variant, step: asked.step });
    return { from, to, ...(await knownAsAsked(this.ledger, asked)), cohort, organisation, definition, clocks, splitBy, ...(Object.keys(only).length > 0 && { only }) };
  }
}
