import { StreamableFile } from '@nestjs/common';
import type { Decision } from '@forlop/access';

type Allowed = Extract<Decision, { allowed: true }>;
type Part = Readonly<Record<string, unknown>>;

/** What tells who a patient is; left standing are her opaque ids, which the audit opens dates by. */
const nobody = { name: null, birthDate: null, identifier: null, sex: null, phone: null, address: null, protection: null };

/** Parts of a pathway that someone who takes part in one step has no use for. */
const notForOneStep = { fastlege: null, registries: [], timeline: [], requirements: [], findings: [], attributes: {}, countables: {}, plans: [], commands: [] };

/**
 * An answer without what the reach does not cover: who the patients are, for those who judge frister only; all but the
 * present step, for those who take part in it. Works on every answer that holds patients, so that a new one is covered
 * unless it invents other names for the same things; the attack suite looks for that.
 */
export function withoutWhatIsNotTheirs(body: unknown, { identities, reach }: Allowed): unknown {
  // A file is bytes already: whoever makes it leaves out what is not theirs (as with CSV).
  if (body instanceof StreamableFile) return body;
  if (reach === 'step') return isPart(body) ? forOneStep(body) : body;
  return identities ? body : withoutIdentities(body);
}

function forOneStep(body: Part): Part {
  if ('timeline' in body) return { ...body, ...ofShape(body, notForOneStep) };
  return Array.isArray(body['rows']) ? { ...body, rows: body['rows'].map((row: unknown) => (isPart(row) ? { ...row, ...ofShape(row, { fastlege: null }) } : row)) } : body;
}

function withoutIdentities(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIdentities);
  if (!isPart(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => {
      if (name === 'patient' && isPart(part)) return [name, { ...part, ...ofShape(part, nobody) }];
      // Whose list somebody is on is a step towards who she is.
      if (name === 'fastlege' && ('timeline' in value || 'buckets' in value)) return [name, null];
      if (name === 'receiverName') return [name, null];
      // Free text of a timeline; elsewhere `text` is a word of the definition.
      if (name === 'text' && 'supersededBy' in value) return [name, null];
      return [name, withoutIdentities(part)];
    }),
  );
}

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Those of the replacements that the part has: an answer keeps its shape. */
const ofShape = (part: Part, replacements: Part): Part => Object.fromEntries(Object.entries(replacements).filter(([name]) => name in part));
