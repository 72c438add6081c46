import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { createApi, type Api } from '../src/create-api.js';
import { silentLog } from './support/silent-log.js';

type Media = { readonly schema: object; readonly example?: unknown; readonly examples?: Record<string, { readonly value: unknown }> };
type Contents = Record<string, Media>;
interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly security?: readonly object[];
  readonly parameters?: readonly { readonly name: string; readonly required?: boolean; readonly schema: object; readonly description?: string }[];
  readonly requestBody?: { readonly content: Contents };
  readonly responses: Record<string, { readonly description: string; readonly content?: Contents }>;
}

let api: Api;
let operations: (readonly [name: string, operation: Operation])[];

beforeAll(async () => {
  // The document is made from decorators and schemas alone: nothing of what the API stands on is called.
  const nothing = {} as never;
  api = await createApi({ ledger: nothing, rules: nothing, temporal: nothing, authentication: nothing, publicUrl: 'http://localhost', acceptSynthetic: true }, silentLog());
  operations = Object.entries(api.document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation as Operation] as const),
  );
}, 60_000);
afterAll(() => api.app.close());

const examplesOf = ({ example, examples }: Media): unknown[] => [...(example === undefined ? [] : [example]), ...Object.values(examples ?? {}).map(({ value }) => value)];

test('the document is valid OpenAPI 3.1', async () => {
  const result = await new Validator().validate(structuredClone(api.document) as never);
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
  expect(api.document.openapi).toBe('3.1.0');
});

test('every operation is there, under an id of its own', () => {
  expect(operations.map(([name]) => name).sort()).toMatchInlineSnapshot(`
[
  "DELETE /api/v1/compliance/schedules/{schedule}",
  "DELETE /api/v1/erasures/{erasure}",
  "DELETE /api/v1/me/sessions",
  "DELETE /api/v1/me/sessions/{session}",
  "DELETE /api/v1/pathways/{id}/appointment-requests",
  "DELETE /api/v1/pathways/{id}/blocks/{grant}",
  "DELETE /api/v1/pathways/{id}/holds/{hold}",
  "DELETE /api/v1/pathways/{id}/participants/{grant}",
  "DELETE /api/v1/role-grants/{grant}",
  "DELETE /api/v1/webhook-subscribers/{subscriber}",
  "DELETE /api/v1/what-if/{job}",
  "DELETE /api/v1/worklist/views/{view}",
  "GET /api/v1/access-log",
  "GET /api/v1/appointment-requests",
  "GET /api/v1/break-glass",
  "GET /api/v1/calendar/breaking",
  "GET /api/v1/calendar/weeks",
  "GET /api/v1/calendars",
  "GET /api/v1/colleagues",
  "GET /api/v1/compliance/cell",
  "GET /api/v1/compliance/events/ocel",
  "GET /api/v1/compliance/events/xes",
  "GET /api/v1/compliance/indicators",
  "GET /api/v1/compliance/npr/csv",
  "GET /api/v1/compliance/npr/xlsx",
  "GET /api/v1/compliance/report",
  "GET /api/v1/compliance/report/csv",
  "GET /api/v1/compliance/report/pdf",
  "GET /api/v1/compliance/report/xlsx",
  "GET /api/v1/compliance/schedules",
  "GET /api/v1/compliance/schedules/next",
  "GET /api/v1/compliance/schedules/readers",
  "GET /api/v1/compliance/schedules/{schedule}",
  "GET /api/v1/compliance/schedules/{schedule}/runs",
  "GET /api/v1/compliance/schedules/{schedule}/runs/{run}/csv",
  "GET /api/v1/compliance/schedules/{schedule}/runs/{run}/json",
  "GET /api/v1/compliance/schedules/{schedule}/runs/{run}/pdf",
  "GET /api/v1/compliance/schedules/{schedule}/runs/{run}/xlsx",
  "GET /api/v1/course-offers",
  "GET /api/v1/courses",
  "GET /api/v1/courses/{course}",
  "GET /api/v1/definitions",
  "GET /api/v1/definitions/for-referral",
  "GET /api/v1/definitions/{id}/{version}",
  "GET /api/v1/definitions/{id}/{version}/map",
  "GET /api/v1/erasures",
  "GET /api/v1/erasures/{erasure}/obstacles",
  "GET /api/v1/fhir/metadata",
  "GET /api/v1/findings",
  "GET /api/v1/forecast",
  "GET /api/v1/imports",
  "GET /api/v1/inbox",
  "GET /api/v1/me",
  "GET /api/v1/me/sessions",
  "GET /api/v1/organisations",
  "GET /api/v1/pathways/{id}",
  "GET /api/v1/pathways/{id}/access-log",
  "GET /api/v1/pathways/{id}/appointment-requests",
  "GET /api/v1/pathways/{id}/appointments",
  "GET /api/v1/pathways/{id}/clocks",
  "GET /api/v1/pathways/{id}/clocks/{key}/explain",
  "GET /api/v1/pathways/{id}/commands",
  "GET /api/v1/pathways/{id}/course-offers",
  "GET /api/v1/pathways/{id}/holds",
  "GET /api/v1/pathways/{id}/meetings",
  "GET /api/v1/pathways/{id}/meetings/{meeting}/invitation",
  "GET /api/v1/pathways/{id}/notes",
  "GET /api/v1/pathways/{id}/participants",
  "GET /api/v1/pathways/{id}/plans",
  "GET /api/v1/pathways/{id}/reminders",
  "GET /api/v1/pathways/{id}/reminders-asked",
  "GET /api/v1/pathways/{id}/timeline",
  "GET /api/v1/plan-items",
  "GET /api/v1/quarantine",
  "GET /api/v1/receivers/me",
  "GET /api/v1/receivers/{receiver}",
  "GET /api/v1/reminder-templates",
  "GET /api/v1/reminder-templates/{wording}/preview",
  "GET /api/v1/reminders",
  "GET /api/v1/reminders/export",
  "GET /api/v1/retention-due",
  "GET /api/v1/role-grants",
  "GET /api/v1/settings/effects",
  "GET /api/v1/unmatched-messages",
  "GET /api/v1/unmatched-messages/counts",
  "GET /api/v1/unmatched-messages/{message}",
  "GET /api/v1/webhook-subscribers",
  "GET /api/v1/what-if",
  "GET /api/v1/what-if/{job}",
  "GET /api/v1/what-if/{job}/flips",
  "GET /api/v1/what-if/{job}/pathways/{id}/clocks/{key}",
  "GET /api/v1/worklist",
  "GET /api/v1/worklist/counts",
  "GET /api/v1/worklist/export",
  "GET /api/v1/worklist/views",
  "GET /health/live",
  "GET /health/ready",
  "GET /svar/avmeld/{token}",
  "GET /svar/{token}",
  "POST /api/v1/break-glass",
  "POST /api/v1/calendar/appointments",
  "POST /api/v1/calendar/capacity",
  "POST /api/v1/codec/decode",
  "POST /api/v1/compliance/schedules",
  "POST /api/v1/compliance/schedules/{schedule}/pause",
  "POST /api/v1/compliance/schedules/{schedule}/resume",
  "POST /api/v1/compliance/schedules/{schedule}/runs",
  "POST /api/v1/courses",
  "POST /api/v1/courses/{course}/cancellation",
  "POST /api/v1/erasures/{erasure}/carry-out",
  "POST /api/v1/fhir",
  "POST /api/v1/fhir/$mirror-calendar",
  "POST /api/v1/fhir/Appointment",
  "POST /api/v1/fhir/ServiceRequest",
  "POST /api/v1/fhir/Slot",
  "POST /api/v1/organisations",
  "POST /api/v1/pathways/{id}/appointment-requests",
  "POST /api/v1/pathways/{id}/blocks",
  "POST /api/v1/pathways/{id}/break-glass",
  "POST /api/v1/pathways/{id}/commands/{command}",
  "POST /api/v1/pathways/{id}/commands/{command}/preview",
  "POST /api/v1/pathways/{id}/course-offers",
  "POST /api/v1/pathways/{id}/course-offers/{offer}/steps",
  "POST /api/v1/pathways/{id}/erasures",
  "POST /api/v1/pathways/{id}/events/{eventId}/correction",
  "POST /api/v1/pathways/{id}/events/{eventId}/retraction",
  "POST /api/v1/pathways/{id}/facts",
  "POST /api/v1/pathways/{id}/holds",
  "POST /api/v1/pathways/{id}/meetings",
  "POST /api/v1/pathways/{id}/meetings/{meeting}/cancellation",
  "POST /api/v1/pathways/{id}/meetings/{meeting}/held",
  "POST /api/v1/pathways/{id}/meetings/{meeting}/minutes",
  "POST /api/v1/pathways/{id}/meetings/{meeting}/not-held",
  "POST /api/v1/pathways/{id}/move",
  "POST /api/v1/pathways/{id}/notes",
  "POST /api/v1/pathways/{id}/notes/{eventId}/strike-out",
  "POST /api/v1/pathways/{id}/obligations/{key}/confirmation",
  "POST /api/v1/pathways/{id}/participants",
  "POST /api/v1/pathways/{id}/plans",
  "POST /api/v1/pathways/{id}/reminders/{reminder}/answer",
  "POST /api/v1/pathways/{id}/reminders/{reminder}/now",
  "POST /api/v1/pathways/{id}/reminders/{reminder}/stop",
  "POST /api/v1/pathways/{id}/transfer",
  "POST /api/v1/quarantine/{id}/release",
  "POST /api/v1/referrals",
  "POST /api/v1/rehearsals",
  "POST /api/v1/role-grants",
  "POST /api/v1/search",
  "POST /api/v1/sessions/end",
  "POST /api/v1/unmatched-messages/{message}/attachment",
  "POST /api/v1/unmatched-messages/{message}/set-aside",
  "POST /api/v1/webhook-subscribers",
  "POST /api/v1/webhook-subscribers/{subscriber}/ping",
  "POST /api/v1/webhook-subscribers/{subscriber}/secret",
  "POST /api/v1/what-if",
  "POST /api/v1/worklist/bulk",
  "POST /api/v1/worklist/views",
  "POST /svar/avmeld/{token}",
  "POST /svar/{token}",
  "PUT /api/v1/compliance/schedules/{schedule}",
  "PUT /api/v1/courses/{course}",
  "PUT /api/v1/fhir/Appointment/{resource}",
  "PUT /api/v1/fhir/Slot/{resource}",
  "PUT /api/v1/pathways/{id}/contacts/{role}",
  "PUT /api/v1/pathways/{id}/course-offers/{offer}/attendance/{session}",
  "PUT /api/v1/pathways/{id}/findings/aside",
  "PUT /api/v1/pathways/{id}/findings/owner",
  "PUT /api/v1/pathways/{id}/meetings/{meeting}/agenda",
  "PUT /api/v1/pathways/{id}/meetings/{meeting}/participants/{participant}",
  "PUT /api/v1/pathways/{id}/meetings/{meeting}/participants/{participant}/answer",
  "PUT /api/v1/pathways/{id}/meetings/{meeting}/time",
  "PUT /api/v1/pathways/{id}/mode",
  "PUT /api/v1/pathways/{id}/notes/{eventId}",
  "PUT /api/v1/pathways/{id}/owners/{role}",
  "PUT /api/v1/pathways/{id}/plans/{plan}/items/{item}",
  "PUT /api/v1/receivers/me",
  "PUT /api/v1/receivers/{receiver}",
  "PUT /api/v1/settings/effects",
  "PUT /api/v1/unmatched-messages/{message}/owner",
  "PUT /api/v1/worklist/views/{view}",
]
`);
  expect(new Set(operations.map(([, { operationId }]) => operationId)).size).toBe(operations.length);
});

describe('every operation', () => {
  test('has a summary, and an example of everything that goes in and comes out', () => {
    const lacking = operations.filter(([, { summary, requestBody, responses }]) => {
      const contents = [requestBody?.content, ...Object.values(responses).map(({ content }) => content)].flatMap((content) => Object.values(content ?? {}));
      return !summary || contents.length === 0 || contents.some((media) => examplesOf(media).length === 0);
    });
    expect(lacking.map(([name]) => name)).toEqual([]);
  });

  test('says how it fails: problem+json, an OperationOutcome at the FHIR door, or a page where a link leads', () => {
    const lacking = operations.filter(([name, { responses }]) => {
      const type = name.includes('/fhir') ? 'application/fhir+json' : name.includes(' /svar/') ? 'text/html' : 'application/problem+json';
      const failures = Object.entries(responses).filter(([status]) => Number(status) >= 400 && !(name.endsWith('/health/ready') && status === '503'));
      return failures.length < 2 || failures.some(([, { content }]) => content?.[type] === undefined);
    });
    expect(lacking.map(([name]) => name)).toEqual([]);
  });

  test('that writes takes an Idempotency-Key, and one that reads does not', () => {
    const keyOf = (operation: Operation) => operation.parameters?.find(({ name }) => name === 'Idempotency-Key')?.required;
    const writes = operations.filter(([name]) => /^(POST|PUT|DELETE) /.test(name) && !/\/search$|\/preview$|\/rehearsals$|\/what-if(\/\{job\})?$|\/fhir|\/codec\/| \/svar\//.test(name));
    expect(writes.filter(([, operation]) => keyOf(operation) !== true).map(([name]) => name)).toEqual([]);
    expect(operations.filter(([name, operation]) => name.startsWith('GET') && keyOf(operation) !== undefined).map(([name]) => name)).toEqual([]);
  });

  test('asks for a log-in, and says how one is refused; but for health, what the FHIR door can, and links that answer', () => {
    const open = operations.filter(([, { security }]) => security === undefined).map(([name]) => name);
    expect(open).toEqual(['GET /api/v1/fhir/metadata', 'GET /svar/{token}', 'POST /svar/{token}', 'GET /svar/avmeld/{token}', 'POST /svar/avmeld/{token}', 'GET /health/live', 'GET /health/ready']);
    const lacking = operations.filter(([name, { responses }]) => !open.includes(name) && !(responses['401'] && responses['403']));
    expect(lacking.map(([name]) => name)).toEqual([]);
    expect(api.document.components?.securitySchemes).toMatchObject({ innlogging: { type: 'http', scheme: 'bearer', description: expect.stringMatching(/DPoP[^]*__Host-forlop-session/) } });
    expect(JSON.stringify(api.document)).not.toContain('X-Forlop-Actor');
  });

  test('describes each of its parameters', () => {
    const lacking = operations.flatMap(([name, { parameters = [] }]) => parameters.filter(({ description }) => !description).map((parameter) => `${name} ${parameter.name}`));
    expect(lacking).toEqual([]);
  });
});

test('every example is what its schema says', () => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'document', ...structuredClone(api.document) });
  const validators = new Map<string, ReturnType<typeof ajv.compile>>();
  const validatorOf = (schema: object) => {
    const text = JSON.stringify(schema).replaceAll('"#/', '"document#/');
    const known = validators.get(text) ?? ajv.compile(JSON.parse(text) as object);
    validators.set(text, known);
    return known;
  };
  const wrong: string[] = [];
  for (const [name, { requestBody, responses }] of operations) {
    for (const [part, content] of [['request', requestBody?.content] as const, ...Object.entries(responses).map(([status, { content }]) => [status, content] as const)]) {
      for (const media of Object.values(content ?? {})) {
        const validate = validatorOf(media.schema);
        for (const example of examplesOf(media)) if (!validate(example)) wrong.push(`${name} ${part}: ${ajv.errorsText(validate.errors)}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});
