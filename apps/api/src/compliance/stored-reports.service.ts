import { Inject, Injectable } from '@nestjs/common';
import type { Report, ReportFormat } from '@forlop/compliance';
import { reportCsv, reportPdf, reportWorkbook, type ReportFile } from '@forlop/documents';
import type { Ledger, StoredReport } from '@forlop/ledger';
import { noted } from '../access/request-scope.js';
import { ApiProblem } from '../http/api-problem.js';
import { LEDGER } from '../tokens.js';

/** Reports as they were made, as files: each follows from what was stored alone, so that it is the same each time. */
@Injectable()
export class StoredReports {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  async json(scheduleId: string, runId: string): Promise<Buffer> {
    const { canonical, sha256 } = await this.stored(scheduleId, runId, 'json');
    // The stored text itself: its bytes are what the hash is over.
    return Buffer.from(`{"report":${canonical},"sha256":"${sha256}"}`, 'utf8');
  }

  async csv(scheduleId: string, runId: string): Promise<string> {
    return reportCsv(fileOf(await this.stored(scheduleId, runId, 'csv')));
  }

  async xlsx(scheduleId: string, runId: string): Promise<Buffer> {
    return reportWorkbook(fileOf(await this.stored(scheduleId, runId, 'xlsx')));
  }

  async pdf(scheduleId: string, runId: string): Promise<Buffer> {
    return reportPdf(fileOf(await this.stored(scheduleId, runId, 'pdf')));
  }

  private async stored(scheduleId: string, runId: string, format: ReportFormat): Promise<StoredReport> {
    const stored = await this.ledger.storedReport(scheduleId, runId);
    if (!stored.formats.includes(format)) throw new ApiProblem('not-found', `Rapporten ble ikke bestilt som ${format}. Den finnes som ${stored.formats.join(', ')}.`, { code: 'other-format' });
    noted({ rapport: scheduleId, periode: `${stored.from}/${stored.to}`, hash: stored.sha256 });
    return stored;
  }
}

const fileOf = ({ canonical, sha256, names }: StoredReport): ReportFile => ({ report: JSON.parse(canonical) as Report, sha256, names: new Map(Object.entries(names)) });
