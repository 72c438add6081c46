import { open, type FileHandle } from 'node:fs/promises';
import type { Finding } from '@forlop/extract';
import { wrongUse } from '../failure.js';
import type { Io } from '../io.js';
import { counted } from '../layout.js';
import type { CameTo } from '../history-runs/kept-run.js';
import { add, Findings, noTally, type PartResult } from './tally.js';

interface ReportOptions {
  readonly report?: string;
  readonly json?: true;
}

/** So much is collected before it is written to the file. */
const pieceLength = 64 * 1024;

/** Everything that an import refused, told as it goes: to a file and to machines all of it, to people a few of each kind. */
export class Report {
  private readonly tally = noTally();
  private readonly organisations = new Set<string>();
  private readonly findings = new Findings();
  private pending = '';

  private constructor(private readonly extract: string, private readonly json: boolean, private readonly io: Io, private readonly name: string | undefined, private readonly file: FileHandle | null) {}

  static async open(extract: string, { report, json }: ReportOptions, io: Io): Promise<Report> {
    const made = new Report(extract, json === true, io, report, report === undefined ? null : await openReport(report));
    // A spreadsheet takes the file for UTF-8 by its first character.
    await made.write('\ufeffLinje;Kolonne;Kode;Hva og hva nå\r\n');
    return made;
  }

  get foundAny(): boolean {
    return this.findings.any;
  }

  /** A line of which nothing can be read, so that no part has it. */
  async refuseLine(finding: Finding): Promise<void> {
    this.tally.lines += 1;
    this.tally.refusedLines += 1;
    await this.take(finding);
  }

  async take(finding: Finding): Promise<void> {
    this.findings.take(finding);
    if (this.json) this.io.out(JSON.stringify(finding));
    await this.write(`${[finding.line ?? '', cell(finding.column ?? ''), finding.code, cell(finding.sentence)].join(';')}\r\n`);
  }

  count({ tally, organisationIds }: PartResult): void {
    add(this.tally, tally);
    for (const id of organisationIds) this.organisations.add(id);
  }

  /** What it has come to so far. */
  get soFar(): CameTo {
    return { counts: { ...this.tally }, organisationIds: [...this.organisations] };
  }

  async close(): Promise<void> {
    if (this.file === null) return;
    await this.file.appendFile(this.pending);
    await this.file.close();
  }

  /** The end of it all, for people or machines. */
  tell(check: boolean): void {
    if (this.json) return this.io.out(JSON.stringify({ summary: { check, ...this.tally, findings: this.findings.counts() } }));
    for (const { code, count, first } of this.findings.examples()) {
      this.io.out(`\n${code}: ${counted(count, 'gang', 'ganger')}`);
      for (const finding of first) this.io.out(`  ${placeOf(this.extract, finding)}: ${finding.sentence}`);
      if (count > first.length) this.io.out(`  … og ${count - first.length} til${this.name === undefined ? '. «--report FIL» skriver alle.' : `, se ${this.name}.`}`);
    }
    this.io.out(['', ...this.summary(check)].join('\n'));
  }

  private summary(check: boolean): string[] {
    const { lines, duplicates, refusedLines, referrals, created, extended, same, refused, events, corrections } = this.tally;
    const read = `${counted(lines, 'linje', 'linjer')}: ${refusedLines} avvist, ${duplicates} like en tidligere linje.`;
    if (check) return [read, `${counted(referrals, 'henvisning', 'henvisninger')} kan tas inn. Ingenting er tatt inn.`];
    return [
      read,
      `${counted(referrals, 'henvisning', 'henvisninger')}: ${created} nye, ${extended} utvidet, ${same} kjent fra før, ${refused} avvist.`,
      `${counted(events, 'hendelse', 'hendelser')} er registrert som historikk${corrections === 0 ? '' : `, ${corrections} av dem rettelser`}. Ingen blir minnet på noe.`,
    ];
  }

  private async write(text: string): Promise<void> {
    if (this.file === null) return;
    this.pending += text;
    if (this.pending.length < pieceLength) return;
    const piece = this.pending;
    this.pending = '';
    await this.file.appendFile(piece);
  }
}

async function openReport(name: string): Promise<FileHandle> {
  try {
    return await open(name, 'w', 0o640);
  } catch (error) {
    throw wrongUse('unwritable-file', `Filen ${name} kan ikke skrives: ${(error as Error).message}`);
  }
}

function placeOf(extract: string, { line, column }: Finding): string {
  return `${extract}${line === null ? '' : `:${line}`}${column === null || line === null ? '' : `, ${column}`}`;
}

/** A spreadsheet takes a text that begins like a formula for one. */
const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
