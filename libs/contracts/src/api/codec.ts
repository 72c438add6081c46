import * as z from 'zod';
import { list } from './parts.js';

const example = { payloads: [{ metadata: { encoding: 'anNvbi9wbGFpbg==' }, data: 'eyJwYXRod2F5SWQiOiIwMTk4YzBkZS01ZjBiLTdjM2EtOWQ1NC0zZjJmNWIxZjVhMTEifQ==' }] };

/** Temporal's payloads as proto3 JSON has them, in and out. */
export const payloadsSchema = z
  .object({
    payloads: list(
      z.object({
        metadata: z.record(z.string(), z.string()).optional().meta({ description: 'Hva innholdet er, i base64.' }),
        data: z.string().nullable().optional().meta({ description: 'Innholdet i base64.', example: 'MQ==' }),
      }),
    ),
  })
  .meta({ id: 'TemporalPayloads', description: 'Innhold fra Temporals historikk.', example });
