import { Param, StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { eventIdSchema, pathwayIdSchema } from '@forlop/contracts';
import type * as z from 'zod';
import { ApiProblem, invalidInput } from './api-problem.js';
import { inputErrors, inputSentence } from './input-sentences.js';

/** Holds every body and query against its schema, and answers with all that is wrong at once, in bokmål. */
export class ValidationPipe extends StandardSchemaValidationPipe {
  /** Ids in the path have a pipe of their own, see {@link PathwayId}. */
  protected override toValidate(metadata: ArgumentMetadata): boolean {
    return metadata.type !== 'param' && super.toValidate(metadata);
  }

  /** Every schema here is zod's own, which takes the sentences to use; the standard's `validate` does not. */
  protected override async validate<T = unknown>(value: unknown, schema: unknown): Promise<{ value: T }> {
    const result = await (schema as z.ZodType<T>).safeParseAsync(value, { error: inputSentence });
    if (!result.success) throw invalidInput(inputErrors(result.error.issues, value));
    return { value: result.data };
  }
}

/** What is no id at all names nothing: the answer is that it does not exist. */
function idPipe(code: string, sentence: string): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({ exceptionFactory: () => new ApiProblem('not-found', sentence, { code }) });
}

/** The pathway's id in the path. */
export const PathwayId = () =>
  Param('id', { schema: pathwayIdSchema, pipes: [idPipe('unknown-pathway', 'Det finnes ikke noe forløp med denne id-en.')] });

/** The event's id in the path. */
export const EventId = () =>
  Param('eventId', { schema: eventIdSchema, pipes: [idPipe('unknown-event', 'Det finnes ingen hendelse med denne id-en i forløpet.')] });
