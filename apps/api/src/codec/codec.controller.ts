import { Body, Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { payloadsSchema } from '@forlop/contracts';
import type { CodecAnswer, CodecRequest } from '@forlop/crypto';
import type { Request, Response } from 'express';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { ApiProblem } from '../http/api-problem.js';
import type { ProblemKind } from '../http/problem-kinds.js';
import { Documented } from '../openapi/documented.js';
import { CODEC, CODEC_ENDPOINT } from '../tokens.js';
import { codecRequestOf } from './codec-request.js';

/** Decodes payloads, or says why not (libs/crypto). */
export type Codec = (request: CodecRequest) => Promise<CodecAnswer>;

/** The codec's refusals as ours; what cannot be read is wrong input, whatever the reason. */
const kinds: Readonly<Record<number, ProblemKind>> = { 403: 'forbidden', 404: 'not-found', 413: 'too-large', 415: 'unsupported-media-type' };

/** Opens what is encrypted in workflows' histories, for Temporal's UI and CLI. */
@ApiTags('Drift')
@Controller(CODEC_ENDPOINT)
export class CodecController {
  constructor(@Inject(CODEC) private readonly codec: Codec | null) {}

  @Allows('codec.decode', 'innhold i arbeidsflyter, uten at det kan sies hvilket forløp', { onlyReads: true })
  @Post('decode')
  @Documented({
    summary: 'Les innhold fra Temporals historikk',
    description: 'Temporals fjernkodek (remote codec): id-er, datoer og regler som arbeidsflytene bærer. Hver bruk står i innsynsloggen. Det finnes ingen «encode»: ingen krypterer for hånd det arbeidsflytene leser.',
    answers: { 200: { description: 'Innholdet, lesbart.', schema: payloadsSchema } },
    problems: ['not-found', 'too-large', 'unsupported-media-type', 'unreadable-body', 'not-set-up'],
  })
  async decode(@Body({ schema: payloadsSchema }) body: z.output<typeof payloadsSchema>, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<z.input<typeof payloadsSchema>> {
    if (this.codec === null) throw new ApiProblem('not-set-up', 'Kodeserveren er ikke satt opp her.');
    const answer = await this.codec(codecRequestOf(request, JSON.stringify(body)));
    const read = JSON.parse(answer.body) as z.input<typeof payloadsSchema> & { readonly code: string; readonly message: string };
    if (answer.status !== 200) throw new ApiProblem(kinds[answer.status] ?? 'invalid-input', read.message, { code: read.code });
    response.set('Cache-Control', 'no-store');
    return read;
  }
}
