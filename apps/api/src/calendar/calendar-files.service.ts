import { Inject, Injectable } from '@nestjs/common';
import { appointmentColumns, capacityColumns, type mirroredFileSchema } from '@forlop/contracts';
import type { Actor, Ledger, MirrorResult, Transaction } from '@forlop/ledger';
import type * as z from 'zod';
import { concerns } from '../access/request-scope.js';
import { ApiProblem } from '../http/api-problem.js';
import { LEDGER } from '../tokens.js';
import { readCsv, type CsvLine } from './csv-file.js';
import { appointmentOf, capacityOf, LineFault } from './file-lines.js';

type Told = z.input<typeof mirroredFileSchema>;

const mostLines = 2_000;

/** Takes in the hospital's calendar from files. A line that is wrong is told, and holds up no other. */
@Injectable()
export class CalendarFiles {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  appointments(csv: string, actor: Actor, within: Transaction | undefined): Promise<Told> {
    return this.each(csv, appointmentColumns, (line) => this.ledger.mirrorAppointment(appointmentOf(line), actor, within));
  }

  capacity(csv: string, actor: Actor, within: Transaction | undefined): Promise<Told> {
    return this.each(csv, capacityColumns, (line) => this.ledger.mirrorCapacity(capacityOf(line), actor, within));
  }

  private async each(csv: string, columns: readonly string[], take: (line: CsvLine) => Promise<MirrorResult>): Promise<Told> {
    const file = readCsv(csv, columns);
    if (file.fault !== undefined) throw new ApiProblem('invalid-input', file.fault, { code: 'bad-file' });
    if (file.lines.length > mostLines) throw new ApiProblem('invalid-input', `Filen har mer enn ${mostLines} linjer. Del den opp.`, { code: 'too-many-rows' });
    const told = { lines: file.lines.length, taken: 0, known: 0, faults: [] as Told['faults'][number][], remarks: [] as Told['remarks'][number][] };
    for (const line of file.lines) {
      const result = await resultOf(line, take);
      if (result.outcome === 'refused') told.faults.push({ line: line.line, ...result.remark! });
      else {
        told[result.outcome === 'new' || result.outcome === 'changed' ? 'taken' : 'known'] += 1;
        if (result.remark !== null) told.remarks.push({ line: line.line, ...result.remark });
        if (result.pathwayId !== null) concerns([result.pathwayId]);
      }
    }
    return told;
  }
}

async function resultOf(line: CsvLine, take: (line: CsvLine) => Promise<MirrorResult>): Promise<MirrorResult> {
  try {
    return await take(line);
  } catch (error) {
    if (!(error instanceof LineFault)) throw error;
    return { outcome: 'refused', id: null, pathwayId: null, remark: { code: error.code, sentence: error.message } };
  }
}
