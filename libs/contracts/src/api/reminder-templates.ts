import * as z from 'zod';
import { code, day, list, words } from './parts.js';

const language = z.enum(['nb', 'nn', 'en']).meta({ description: 'Bokmål, nynorsk eller engelsk.', example: 'nb' });
const carries = z.enum(['nothing', 'health']).meta({ description: 'Hva kanalen kan bære. nothing: ingenting om pasienten. health: navn, nummer og hva det gjelder.', example: 'nothing' });
const version = z.int().min(1).meta({ description: 'Versjonen.', example: 1 });
const templateExample = { id: 'remind.nothing.nb', version: 1, validFrom: '2026-01-01', wording: 'remind', language: 'nb', carries: 'nothing' } as const;

export const reminderTemplatesSchema = z
  .object({
    templates: list(
      z
        .object({ id: code('Malen.', 'remind.nothing.nb'), version, validFrom: day('Første dag den brukes.', '2026-01-01'), wording: z.string().nullable().meta({ description: 'Det den sier; null: brevet rundt.', example: 'remind' }), language, carries })
        .meta({ id: 'ReminderTemplate', description: 'En meldingsmal i en versjon.' }),
    ),
  })
  .meta({ id: 'ReminderTemplates', description: 'Alle meldingsmaler, i alle versjoner.', example: { templates: [templateExample] } });

export const reminderPreviewQuerySchema = z
  .strictObject({ language: language.optional(), carries: carries.optional(), on: day('Dagen malene skal gjelde. Uten verdi: i dag.').optional() });

export const reminderPreviewSchema = z
  .object({
    wording: code('Det meldingen sier.', 'remind'),
    language,
    carries,
    on: day('Dagen.'),
    subject: words('Emnet.', 'En påminnelse venter'),
    text: words('Hele meldingen, med oppdiktede opplysninger.', 'Hei.'),
    templates: list(z.object({ id: code('Malen.', 'remind.nothing.nb'), version })).meta({ description: 'Malene den er satt sammen av.' }),
  })
  .meta({
    id: 'ReminderPreview', description: 'Slik en melding ville sett ut.',
    example: { wording: 'remind', language: 'nb', carries: 'nothing', on: '2026-04-08', subject: 'En påminnelse venter', text: 'Hei.', templates: [{ id: 'remind.nothing.nb', version: 1 }] },
  });
