import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { osloDateOf, type OsloDate } from '@forlop/calendar';
import { reminderPreviewQuerySchema, reminderPreviewSchema, reminderTemplatesSchema } from '@forlop/contracts';
import { preview, shippedTemplates, TemplateError, wordings, type Carries, type Language, type RenderedLetter } from '@forlop/reminders';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { ApiProblem } from '../http/api-problem.js';
import { Documented } from '../openapi/documented.js';
import { API } from '../tokens.js';

type Wording = (typeof wordings)[number];

/** The texts that leave the house, as whoever answers for them sees them. */
@ApiTags('Påminnelser')
@Controller(`${API}/reminder-templates`)
export class ReminderTemplatesController {
  @Allows('rules.read', 'meldingsmaler')
  @Get()
  @Documented({ summary: 'Hent meldingsmalene', description: 'Alle tekster som sendes ut, i alle versjoner. En tekst som er brukt, endres aldri.', answers: { 200: { description: 'Malene.', schema: reminderTemplatesSchema } } })
  templates(): z.input<typeof reminderTemplatesSchema> {
    const { items, letters } = shippedTemplates;
    const all = [...[...items.values()].flat(), ...[...letters.values()].flat().map((letter) => ({ ...letter, wording: null }))];
    return { templates: all.map(({ id, version, validFrom, wording, language, carries }) => ({ id, version, validFrom, wording, language, carries })) };
  }

  @Allows('rules.read', 'meldingsmaler')
  @Get(':wording/preview')
  @ApiParam({ name: 'wording', description: 'Det meldingen sier.', example: 'remind', schema: { type: 'string', enum: [...wordings] } })
  @Documented({ summary: 'Forhåndsvis en melding', description: 'Slik den ser ut i et språk og en type kanal, med oppdiktede opplysninger.', answers: { 200: { description: 'Meldingen.', schema: reminderPreviewSchema } }, problems: ['not-found'] })
  preview(@Param('wording') given: string, @Query({ schema: reminderPreviewQuerySchema }) { language = 'nb', carries = 'nothing', on = osloDateOf(Date.now()) }: z.output<typeof reminderPreviewQuerySchema>): z.input<typeof reminderPreviewSchema> {
    const wording = wordings.find((one) => one === given);
    if (wording === undefined) throw new ApiProblem('not-found', `Det finnes ingen melding som heter dette. Disse finnes: ${wordings.join(', ')}.`, { code: 'unknown-wording' });
    return { wording, language, carries, on, ...written({ wording, language, carries }, on) };
  }
}

/** The letter by the versions in force that day. @throws ApiProblem `no-template` before the first. */
function written(what: { readonly wording: Wording; readonly language: Language; readonly carries: Carries }, on: OsloDate): RenderedLetter {
  try {
    return preview(shippedTemplates, what, on);
  } catch (error) {
    if (error instanceof TemplateError) throw new ApiProblem('not-found', error.message, { code: error.code }, { cause: error });
    throw error;
  }
}
