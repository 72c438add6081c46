import { Inject, Injectable, StreamableFile } from '@nestjs/common';
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

  /** The stored text itself: its bytes are what the hash is over. */
  json(scheduleId: string, runId: string): Promise<StreamableFile> {
    return this.file(scheduleId, runId, 'json', ({ canonical, sha256 }) => Buffer.from(`{"report":${canonical},"sha256":"${sha256}"}`, 'utf8'));
  }

  csv(scheduleId: string, runId: string): Promise<StreamableFile> {
    return this.file(scheduleId, runId, 'csv', (stored) => Buffer.from(reportCsv(fileOf(stored)), 'utf8'));
  }

  xlsx(scheduleId: string, runId: string): Promise<StreamableFile> {
    return this.file(scheduleId, runId, 'xlsx', (stored) => reportWorkbook(fileOf(stored)));
  }

  pdf(scheduleId: string, runId: string): Promise<StreamableFile> {
    return this.file(scheduleId, runId, 'pdf', (stored) => reportPdf(fileOf(stored)));
  }

  private async file(scheduleId: string, runId: string, format: ReportFormat, made: (stored: StoredReport) => Buffer | Promise<Buffer>): Promise<StreamableFile> {
    const stored = await this.stored(scheduleId, runId, format);
    return new StreamableFile(await made(stored), { disposition: `attachment; filename="fristrapport-${stored.from}-${stored.to}.${format}"` });
  }

  private async stored(scheduleId: string, runId: string, format: ReportFormat): Promise<StoredReport> {
    const stored = await this.ledger.storedReport(scheduleId, runId);
    if (!stored.formats.includes(format)) throw new ApiProblem('not-found', `Rapporten ble ikke bestilt som ${format}. Den finnes som ${stored.formats.join(', ')}.`, { code: 'other-format' });
    noted({ rapport: scheduleId, periode: `${stored.from}/${stored.to}`, hash: stored.sha256 });
    return stored;
  }
}

const fileOf = ({ canonical, sha256, names }: StoredReport): ReportFile => ({ report: JSON.parse(canonical) as Report, sha256, names: new Map(Object.entries(names)) });
