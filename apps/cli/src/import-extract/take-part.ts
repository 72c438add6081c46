import { gather, readBucket, type Bucket, type Finding, type FindingCode, type GatheredReferral, type LineContext, type Plan } from '@forlop/extract';
import type { Actor, ImportAnswer, ImportedPathway, ImportRefusal, Ledger } from '@forlop/ledger';
import { add, noTally, type PartResult } from './tally.js';

/** The ledger's organisations, by what an extract calls them; null where the ledger is not asked (`--check`). */
export type Organisations = ReadonlyMap<string, string> | null;

/** What a part is taken in with. */
export interface TakeIn {
  readonly plan: Plan;
  readonly context: LineContext;
  readonly organisations: Organisations;
  /** Null: nothing is recorded. */
  readonly ledger: Ledger | null;
}

/** So many referrals are one transaction. */
const batchSize = 100;

/** Takes a part of an extract in: puts each referral together, and gives the ledger a few hundred at a time. */
export async function takePart(bucket: Bucket, take: TakeIn): Promise<PartResult> {
  const tally = noTally();
  const findings: Finding[] = [];
  const given = new Set<string>();
  let batch: GatheredReferral[] = [];
  const flush = async (): Promise<void> => {
    const result = await importBatch(batch, take);
    batch = [];
    add(tally, result.tally);
    findings.push(...result.findings);
    for (const id of result.organisationIds) given.add(id);
  };
  for (const [key, lines] of await readBucket(bucket)) {
    const gathered = gather(take.plan, key, lines, take.context);
    tally.lines += lines.count;
    tally.duplicates += gathered.duplicates;
    tally.refusedLines += gathered.refusedLines;
    findings.push(...gathered.findings);
    if (gathered.referral === null) continue;
    const unknown = unknownOrganisation(gathered.referral, take);
    if (unknown === null) batch.push(gathered.referral);
    else {
      findings.push(unknown);
      tally.referrals += 1;
      tally.refused += 1;
    }
    if (batch.length === batchSize) await flush();
  }
  await flush();
  return { tally, findings, organisationIds: [...given] };
}

function unknownOrganisation({ line, organisation }: GatheredReferral, { organisations, plan }: TakeIn): Finding | null {
  if (organisations === null || organisations.has(nameKey(organisation))) return null;
  return {
    line, column: plan.organisation?.name ?? null, code: 'ukjent-virksomhet',
    sentence: `«${organisation.slice(0, 60)}» er ikke en virksomhet her. Registrer den, eller oversett den under «organisation.codes» i kartleggingen.`,
  };
}

/** An organisation's name or number, as it is looked up. */
export const nameKey = (text: string): string => text.trim().toLowerCase();

async function importBatch(batch: readonly GatheredReferral[], { plan, ledger, organisations }: TakeIn): Promise<PartResult> {
  const tally = noTally();
  tally.referrals = batch.length;
  if (ledger === null || batch.length === 0) return { tally, findings: [], organisationIds: [] };
  const { system, definition: id } = plan.mapping;
  const actor: Actor = { kind: 'integration', id: `uttrekk:${system}` };
  const pathways = batch.map((referral): ImportedPathway => ({
    source: { system, id: referral.key },
    definition: { id, version: plan.definition.source.version },
    organisationId: organisations!.get(nameKey(referral.organisation))!,
    receivedOn: referral.receivedOn,
    patient: referral.patient,
    facts: referral.facts.map(({ key, type, occurredOn, data }) => ({ key, type, occurredOn, data })),
  }));
  const answers = await ledger.importPathways(pathways, actor);
  const findings = answers.flatMap((answer, i) => findingsOf(answer, batch[i]!));
  for (const { outcome, events, corrections } of answers) {
    tally[outcome] += 1;
    tally.events += events;
    tally.corrections += corrections;
  }
  return { tally, findings, organisationIds: [...new Set(pathways.map(({ organisationId }) => organisationId))] };
}

const refusals: Readonly<Record<Exclude<ImportRefusal, 'invalid'>, { readonly code: FindingCode; readonly sentence: string }>> = {
  erased: { code: 'slettet', sentence: 'Pasientens opplysninger er slettet her, og tas ikke inn igjen.' },
  'other-patient': { code: 'annen-pasient', sentence: 'Henvisningen er tatt inn før, om en annen person. Finn ut i kilden hvem den gjelder.' },
  'not-historical': { code: 'satt-i-gang', sentence: 'Forløpet er satt i gang her. Det som hender i det, registreres her og ikke med uttrekk.' },
};

function findingsOf({ refusal, errors }: ImportAnswer, { line, facts }: GatheredReferral): Finding[] {
  if (refusal === null) return [];
  if (refusal !== 'invalid') return [{ line, column: null, ...refusals[refusal] }];
  return errors.map(({ path, sentence }) => {
    const fact = facts[Number(/^\/(\d+)\//.exec(path)?.[1])];
    return { line: fact?.line ?? line, column: fact?.column ?? null, code: 'ugyldig-verdi', sentence };
  });
}
