import { createHash } from 'node:crypto';
import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { reminderAnswerRequestSchema, reminderAnswerSchema } from '@forlop/contracts';
import type { AnswerTokens } from '@forlop/reminders';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { ApiProblem } from '../http/api-problem.js';
import { given } from '../http/given.js';
import { PathwayId } from '../http/validation.pipe.js';
import { Writes, Writing, type Write } from '../http/write.js';
import { Documented } from '../openapi/documented.js';
import { PathwayWrites } from '../pathways/pathway-writes.service.js';
import { ANSWER_TOKENS, API } from '../tokens.js';

/** Answers that name a patient or record something clinical: behind the log-in, each a command of the pathway's definition. */
@ApiTags('Påminnelser')
@Controller(`${API}/pathways/:id/reminders/:reminder`)
export class ReminderAnswerController {
  constructor(
    private readonly pathways: PathwayWrites,
    private readonly writes: Writes,
    @Inject(ANSWER_TOKENS) private readonly tokens: AnswerTokens | null,
  ) {}

  @Allows('pathway.command', 'svar på en påminnelse')
  @Post('answer')
  @ApiParam({ name: 'reminder', description: 'Påminnelsens id.', example: '0198c0de-8888-7000-8000-000000000008', schema: { type: 'string' } })
  @Documented({
    summary: 'Svar på en påminnelse som innlogget',
    description:
      'For den påminnelsen er sendt til, eller dem som har ansvaret for forløpet. Hva et svar betyr, og om det kan gis, står i pliktens «answers» i definisjonen: svaret blir den ' +
      'kommandoen. Et avslag (409) sier hvorfor, og endrer ingenting. Det samme svaret en gang til endrer heller ingenting.',
    writes: true,
    answers: { 200: { description: 'Svaret er registrert.', schema: reminderAnswerSchema } },
    problems: ['not-found', 'refused', 'erased'],
  })
  answer(@PathwayId() pathwayId: string, @Param('reminder') reminderId: string, @Body({ schema: reminderAnswerRequestSchema }) { link, ...body }: z.output<typeof reminderAnswerRequestSchema>, @Writing() write: Write): Promise<object> {
    const digest = link === undefined ? null : this.linkOf(link, reminderId);
    return this.writes.once(write, (within) => this.pathways.answerReminder({ pathwayId, reminderId, ...given(body), link: digest }, write.actor, within));
  }

  /** A digest of a link of ours for this reminder: who has the proof cannot answer by it. One that has expired is where they came from all the same. */
  private linkOf(link: string, reminderId: string): string {
    const read = this.tokens?.verify(link, 'answer', 0);
    if (read?.ok !== true || read.content.subject !== reminderId) throw new ApiProblem('invalid-input', 'Lenken er ikke til denne påminnelsen. Svar uten den.', { code: 'bad-link' });
    return createHash('sha256').update(link).digest('hex').slice(0, 16);
  }
}
