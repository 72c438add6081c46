import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { reminderSteeredSchema, reminderStopRequestSchema } from '@forlop/contracts';
import type { Ledger, Steered, Transaction } from '@forlop/ledger';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { ApiProblem } from '../http/api-problem.js';
import { PathwayId } from '../http/validation.pipe.js';
import { Writes, Writing, type Write } from '../http/write.js';
import { Documented } from '../openapi/documented.js';
import { API, LEDGER } from '../tokens.js';

const ReminderParam = () => ApiParam({ name: 'reminder', description: 'Påminnelsens id.', example: '0198c0de-8888-7000-8000-000000000008', schema: { type: 'string' } });
const answers = { 200: { description: 'Gjort.', schema: reminderSteeredSchema } };

/** One reminder that has not left yet: stopped, or let out now. */
@ApiTags('Påminnelser')
@Controller(`${API}/pathways/:id/reminders/:reminder`)
export class ReminderSteeringController {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    private readonly writes: Writes,
  ) {}

  @Allows('reminders.steer', 'stopp av en påminnelse')
  @Post('stop')
  @ReminderParam()
  @Documented({ summary: 'Stopp en påminnelse', description: 'Én som ikke er sendt. Oppgaven står åpen: det som skal minnes om senere, går ut, og løftes til koordinatoren som definisjonen sier.', writes: true, answers, problems: ['not-found', 'refused', 'erased'] })
  stop(@PathwayId() id: string, @Param('reminder') reminder: string, @Body({ schema: reminderStopRequestSchema }) { reason }: z.output<typeof reminderStopRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.once(id, reminder, write, (within) => this.ledger.stopReminder(id, reminder, reason, write.actor, within));
  }

  @Allows('reminders.steer', 'påminnelse sendes nå')
  @Post('now')
  @ReminderParam()
  @Documented({ summary: 'Send en påminnelse nå', description: 'Én som venter på mottakerens neste sending, går ut så snart noen kan forstyrres. Mottakerens ukegrense og stedfortreder gjelder som før.', writes: true, answers, problems: ['not-found', 'refused'] })
  now(@PathwayId() id: string, @Param('reminder') reminder: string, @Writing() write: Write): Promise<object> {
    return this.once(id, reminder, write, (within) => this.ledger.hastenReminder(id, reminder, write.actor, within));
  }

  private once(pathwayId: string, reminderId: string, write: Write, work: (within?: Transaction) => Promise<Steered>): Promise<object> {
    return this.writes.once(write, async (within) => {
      const result = await work(within);
      if (result.outcome === 'refused') throw new ApiProblem('refused', result.sentence, { code: result.code });
      return { status: 200, body: { reminderId, pathwayId } };
    });
  }
}
