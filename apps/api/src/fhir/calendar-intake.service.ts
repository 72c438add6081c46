import { isUtf8 } from 'node:buffer';
import { Inject, Injectable } from '@nestjs/common';
import { readCalendar } from '@forlop/fhir';
import type { Actor, Ledger, MirrorResult, Transaction } from '@forlop/ledger';
import { concerns } from '../access/request-scope.js';
import { ApiProblem } from '../http/api-problem.js';
import type { Answer } from '../http/write.js';
import { LEDGER } from '../tokens.js';
import type { Message } from './fhir-intake.service.js';

/** One issue of the answer, in R4's words. */
interface Told {
  readonly severity: 'error' | 'warning' | 'information';
  readonly code: string;
  readonly reason: string;
  readonly path: string;
  readonly sentence: string;
}

const sentences: Readonly<Record<Exclude<MirrorResult['outcome'], 'refused'>, string>> = {
  new: 'Speilet.',
  changed: 'Speilet på nytt, med det nye innholdet.',
  same: 'Denne versjonen var mottatt før.',
  older: 'En nyere versjon var mottatt før. Denne er ikke brukt.',
};

/** Takes in the hospital's calendar as FHIR. Each resource stands by itself: one that is wrong holds up no other. */
@Injectable()
export class CalendarIntake {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  async take({ bytes, receivedAt }: Message, actor: Actor, within: Transaction | undefined): Promise<Answer> {
    const read = readCalendar(parsed(bytes), receivedAt);
    const told: Told[] = read.issues.map(({ reason, expression, text }) => ({ severity: 'error', code: reason === 'ukjent-kode' ? 'code-invalid' : 'invalid', reason, path: expression, sentence: text }));
    const results: MirrorResult[] = [];
    for (const { path, told: appointment } of read.appointments) told.push(...issuesOf(path, kept(results, await this.ledger.mirrorAppointment(appointment, actor, within))));
    for (const { path, told: slot } of read.slots) told.push(...issuesOf(path, kept(results, await this.ledger.mirrorCapacity(slot, actor, within))));
    concerns(results.flatMap(({ pathwayId }) => (pathwayId === null ? [] : [pathwayId])));
    const wrong = told.some(({ severity }) => severity === 'error');
    return { status: wrong ? 422 : results.some(({ outcome }) => outcome === 'new') ? 201 : 200, body: outcomeOf(told) };
  }
}

function parsed(bytes: Buffer): unknown {
  if (bytes.length === 0) throw new ApiProblem('unreadable-body', 'Det er ikke sendt noe innhold.');
  try {
    if (isUtf8(bytes)) return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new ApiProblem('unreadable-body', 'Innholdet er ikke gyldig JSON i UTF-8.');
}

function kept(results: MirrorResult[], result: MirrorResult): MirrorResult {
  results.push(result);
  return result;
}

/** The answer never says whether the patient has a pathway here. */
function issuesOf(path: string, { outcome, remark }: MirrorResult): Told[] {
  if (outcome === 'refused') return [{ severity: 'error', code: remark!.code === 'samme-versjon' ? 'conflict' : 'business-rule', reason: remark!.code, path, sentence: remark!.sentence }];
  return [{ severity: 'information', code: 'informational', reason: outcome, path, sentence: sentences[outcome] }];
}

const outcomeOf = (told: readonly Told[]): object => ({
  resourceType: 'OperationOutcome',
  issue: told.map(({ severity, code, reason, path, sentence }) => ({ severity, code, details: { coding: [{ system: 'urn:forlop:timebok', code: reason }] }, diagnostics: sentence, expression: [path] })),
});
