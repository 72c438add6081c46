import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiConsumes, ApiOperation, ApiResponse } from '@nestjs/swagger';

const page = (description: string) => ({ description, content: { 'text/html': { schema: { type: 'string' as const }, example: '<!doctype html>…' } } });

/** Tells of an address that answers people with pages, also when something is wrong. */
export function DocumentedPage({ summary, description, conflict = false }: { readonly summary: string; readonly description: string; readonly conflict?: boolean }): MethodDecorator {
  const failures: Readonly<Record<number, string>> = {
    404: 'Lenken er ikke vår, eller leder ikke til noe.', 410: 'Lenken har gått ut.', 429: 'For mange forespørsler på kort tid.', 500: 'Noe gikk galt hos oss.', 503: 'Tjenesten svarer ikke akkurat nå.',
  };
  return applyDecorators(
    ApiOperation({ summary, description }),
    HttpCode(200),
    ApiResponse({ status: 200, ...page('Siden.') }),
    ...(conflict ? [ApiConsumes('application/x-www-form-urlencoded'), ApiResponse({ status: 400, ...page('Svaret kunne ikke leses.') }), ApiResponse({ status: 409, ...page('Besvart på en annen måte, eller ikke lenger aktuell.') })] : []),
    ...Object.entries(failures).map(([status, what]) => ApiResponse({ status: Number(status), ...page(what) })),
  );
}
