import { Inject, Injectable } from '@nestjs/common';
import { actingAs } from '@forlop/access';
import type { Actor, AnswerGiven, CommandInput, CommandPreview, CommandResult, CorrectionInput, FactInput, Ledger, MoveInput, PathwayMode, Recorded, RecordResult, Transaction } from '@forlop/ledger';
import { currentAccess } from '../access/request-scope.js';
import { ApiProblem, invalidInput } from '../http/api-problem.js';
import { commandProblem, pointed } from '../http/command-problem.js';
import type { Answer } from '../http/write.js';
import { LEDGER } from '../tokens.js';

/** The command of the common definitions by which someone gets a role for a patient. */
const assignOwner = 'tildel-ansvarlig';

/** What a person wants to give a role to someone by. */
export interface OwnerInput extends Omit<CommandInput, 'command' | 'data'> {
  readonly role: string;
  readonly person: string;
}

/** Everything that is written to one pathway. What the ledger did not do is thrown, so that no trace is left of it. */
@Injectable()
export class PathwayWrites {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  async command(pathwayId: string, input: CommandInput, actor: Actor, within?: Transaction): Promise<Answer> {
    const as = actingAs(currentAccess().principal.roles);
    return commandAnswer(await this.ledger.command(pathwayId, { ...input, actingAs: as }, actor, within));
  }

  /** An answer to a reminder, by the command that it means. */
  async answerReminder(given: Omit<AnswerGiven, 'actingAs'>, actor: Actor, within?: Transaction): Promise<Answer> {
    const result = await this.ledger.answerAsPerson({ ...given, actingAs: actingAs(currentAccess().principal.roles) }, actor, within);
    if (result.outcome !== 'answered') throw commandProblem(result);
    const { repeated, recorded: written } = result;
    return { status: 200, body: { reminderId: given.reminderId, answer: given.answer, repeated, recorded: written === null ? null : { ...recorded(written), warnings: written.warnings } } };
  }

  /** What the command would change. */
  async preview(pathwayId: string, input: CommandInput, actor: Actor): Promise<CommandPreview> {
    const as = actingAs(currentAccess().principal.roles);
    const result = await this.ledger.previewCommand(pathwayId, { ...input, actingAs: as }, actor);
    if (result.outcome === 'possible') return result.preview;
    throw commandProblem(result);
  }

  assignOwner(pathwayId: string, { role, person, ...rest }: OwnerInput, actor: Actor, within?: Transaction): Promise<Answer> {
    return this.command(pathwayId, { ...rest, command: assignOwner, data: { rolle: role, personId: person } }, actor, within);
  }

  async record(pathwayId: string, facts: readonly FactInput[], actor: Actor, within?: Transaction): Promise<Answer> {
    return recordAnswer(await this.ledger.record(pathwayId, facts, actor, within), '/facts');
  }

  async correct(pathwayId: string, eventId: string, correction: CorrectionInput, actor: Actor, within?: Transaction): Promise<Answer> {
    return ofPathway(pathwayId, recordAnswer(await this.ledger.correct(eventId, correction, actor, within)));
  }

  async retract(pathwayId: string, eventId: string, reason: string, actor: Actor, within?: Transaction): Promise<Answer> {
    return ofPathway(pathwayId, recordAnswer(await this.ledger.retract(eventId, reason, actor, within)));
  }

  async move(pathwayId: string, move: MoveInput, actor: Actor, within?: Transaction): Promise<Answer> {
    return done(await this.ledger.move(pathwayId, move, actor, within));
  }

  async setMode(pathwayId: string, mode: PathwayMode, reason: string, actor: Actor, within?: Transaction): Promise<Answer> {
    return done(await this.ledger.setMode(pathwayId, mode, reason, actor, within));
  }

  async setContact(pathwayId: string, role: string, contact: { name: string; email: string | null }, actor: Actor, within?: Transaction): Promise<Answer> {
    await this.ledger.setContact(pathwayId, role, contact, actor, within);
    return { status: 200, body: { pathwayId, role } };
  }

  async confirm(pathwayId: string, obligationKey: string, actor: Actor, within?: Transaction): Promise<Answer> {
    return done(await this.ledger.confirmObligation(pathwayId, obligationKey, actor, within));
  }
}

function recorded({ pathwayId, position, eventIds }: Recorded): Recorded {
  return { pathwayId, position, eventIds };
}

const done = (result: Recorded): Answer => ({ status: 200, body: recorded(result) });

function commandAnswer(result: CommandResult): Answer {
  if (result.outcome !== 'done') throw commandProblem(result);
  return { status: 200, body: { ...recorded(result), warnings: result.warnings } };
}

/** `under`: where in the body the ledger's input began. */
function recordAnswer(result: RecordResult, under = ''): Answer & { readonly body: Recorded } {
  if (result.outcome === 'invalid') throw invalidInput(pointed(result.errors, under));
  return { status: 200, body: recorded(result) };
}

/** An event is found by its own id: that it is this pathway's is seen afterwards, and undone when it is not. */
function ofPathway(pathwayId: string, answer: Answer & { readonly body: Recorded }): Answer {
  if (answer.body.pathwayId === pathwayId) return answer;
  throw new ApiProblem('not-found', 'Det finnes ingen hendelse med denne id-en i forløpet.', { code: 'unknown-event' });
}
