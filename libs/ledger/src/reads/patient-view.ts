import { isOsloDate, type OsloDate } from '@forlop/calendar';
import { clockStatus, commandStates, evaluate, EVERYTHING_KNOWN, type CompiledDefinition, type Evaluation, type PathwayInput } from '@forlop/pathway';
import { offered } from '../commands/command.js';
import type { LedgerContext } from '../context.js';
import { findingsOf } from '../core/changed-basis.js';
import { correctNotices } from '../core/correct-notices.js';
import { observations } from '../core/observation-types.js';
import type { OpenPatient } from '../core/open-pathway.js';
import { confirmedKeys } from '../process/open-obligations.js';
import { LedgerError } from '../types/errors.js';
import type { ClockShown, FastlegeShown, ObligationShown, PatientShown, PatientView, RegistryLookShown } from '../types/reading.js';
import { inputOf, loadPathway, type LoadedPathway } from './load.js';
import { fastlegeOf } from '@forlop/registries';
import { openAddress, openGp } from '../registries/stored-looks.js';
import { withheld } from './protection.js';
import { timelineOf } from './timeline.js';

export interface ViewOptions {
  readonly asOf?: OsloDate;
  readonly knownAt?: number;
}

/** The pathway as the kernel sees it. */
export async function kernelInput(context: LedgerContext, pathwayId: string, options: ViewOptions = {}): Promise<PathwayInput> {
  return inputOf(context, await loadPathway(context, pathwayId), checked(options));
}

/** One patient's pathway as of a day, with what was known at a position: evaluated from the events, not from the read tables. */
export async function patientView(context: LedgerContext, pathwayId: string, options: ViewOptions = {}): Promise<PatientView> {
  const loaded = await loadPathway(context, pathwayId);
  const input = inputOf(context, loaded, checked(options));
  const evaluation = evaluate(input);
  const { regime } = evaluation;
  const definition = context.rules.definition(regime.definition.id, regime.definition.version);
  const step = definition.source.steps.find((s) => s.id === evaluation.step);
  return {
    pathwayId: loaded.id,
    mode: loaded.mode,
    organisation: loaded.organisation,
    patient: patientShown(context, loaded),
    regime,
    definitionTitle: definition.source.title.nb,
    asOf: evaluation.asOf,
    position: loaded.position,
    step: { id: evaluation.step, title: step?.title.nb ?? evaluation.step, since: evaluation.stepSince, owner: step?.owner ?? null },
    active: evaluation.active,
    endedOn: evaluation.endedOn,
    variant: evaluation.variant,
    groups: evaluation.groups,
    attributes: evaluation.attributes,
    clocks: clocksShown(evaluation, definition),
    nextSteps: evaluation.nextSteps,
    alarms: evaluation.alarms,
    findings: findingsOf(evaluation, loaded.events),
    requirements: evaluation.requirements,
    plans: evaluation.plans,
    countables: evaluation.countables,
    obligations: obligationsShown(loaded, evaluation, definition),
    commands: offered(definition.source, loaded.quarantine !== null && loaded.quarantine.releasedAt === null, commandStates(input)),
    timeline: await timelineOf(context, loaded, definition, options.knownAt ?? EVERYTHING_KNOWN),
    fastlege: options.asOf === undefined && options.knownAt === undefined ? fastlegeShown(context, loaded) : null,
    registries: options.asOf === undefined && options.knownAt === undefined ? looksShown(loaded) : [],
    quarantine: loaded.quarantine,
  };
}

function checked(options: ViewOptions): ViewOptions {
  if (options.asOf !== undefined && !isOsloDate(options.asOf)) throw new LedgerError('bad-data', 'Dagen må være en dato på formen ÅÅÅÅ-MM-DD.');
  return options;
}

/** What identifies the patient, without where she lives when that is protected and not for whoever looks. */
export function patientShown({ database }: LedgerContext, { patient, verified, erased }: Pick<LoadedPathway, 'patient' | 'verified' | 'erased'>): PatientShown {
  const { demographics } = patient;
  const hidden = withheld(database.access, demographics).address;
  return {
    id: patient.id,
    name: demographics?.name ?? null,
    // The surrogate is for rules, not for people to take for hers.
    birthDate: erased ? null : patient.birthDate,
    identifier: demographics?.identifier ?? null,
    verified,
    sex: demographics?.sex ?? null,
    phone: hidden ? null : (demographics?.phone ?? null),
    address: hidden ? null : (demographics?.address ?? null),
    protection: demographics?.protection ?? null,
    erased,
  };
}

/** Of a patient whose whereabouts are withheld, the doctor is too: she tells which municipality it is. */
function fastlegeShown({ database }: LedgerContext, { patient, looks }: LoadedPathway): FastlegeShown | null {
  const look = looks.find(({ registry }) => registry === 'fastlegeregisteret');
  if (look?.sealed == null || patient.key === null || withheld(database.access, patient.demographics).whereabouts) return null;
  const { contract } = openGp(patient, patient.key, Buffer.from(look.sealed, 'base64'));
  const doctors = (contract?.doctors ?? []).map(({ name, hprNumber, role }) => ({ name, hprNumber, role }));
  return {
    status: fastlegeOf(contract).status, since: contract?.from ?? null, doctors, office: contract?.office ?? null, herId: contract?.gpHerId ?? null,
    reach: reachShown(patient, patient.key, looks, contract?.gpHerId ?? null),
    asOf: new Date(look.asOf!).toISOString(), source: 'fastlegeregisteret',
  };
}

/** What Adresseregisteret said of her HER-id; an answer about another one, which she had before, says nothing. */
function reachShown(patient: Pick<OpenPatient, 'id'>, key: Buffer, looks: LoadedPathway['looks'], herId: string | null): FastlegeShown['reach'] {
  const look = looks.find(({ registry }) => registry === 'adresseregisteret');
  if (look?.sealed == null || herId === null) return null;
  const answer = openAddress(patient, key, Buffer.from(look.sealed, 'base64'));
  return answer.herId === herId ? { receivesMessages: answer.receivesMessages, asOf: new Date(look.asOf!).toISOString() } : null;
}

/** When each registry was asked and answered, and the answer's age. */
function looksShown({ looks, now }: LoadedPathway): RegistryLookShown[] {
  return looks.map(({ registry, askedAt, asOf }) => ({
    registry,
    askedAt: new Date(askedAt).toISOString(),
    asOf: asOf === null ? null : new Date(asOf).toISOString(),
    ageMinutes: asOf === null ? null : Math.max(0, Math.floor((now.getTime() - Date.parse(asOf)) / 60_000)),
  }));
}

function clocksShown({ clocks, asOf }: Evaluation, definition: CompiledDefinition): ClockShown[] {
  return clocks.map((row) => ({
    ...row,
    status: clockStatus(row, asOf),
    title: definition.source.clocks.find((c) => c.id === row.clock)?.title.nb ?? row.clock,
  }));
}

function obligationsShown(loaded: LoadedPathway, evaluation: Evaluation, definition: CompiledDefinition): ObligationShown[] {
  const { asOf } = evaluation;
  const confirmed = confirmedKeys(loaded.events);
  const confirmer = (key: string): string | null =>
    (confirmed.has(key) ? loaded.events.findLast((e) => e.type === observations.confirmed && e.data['about'] === key)?.actor : undefined) ?? null;
  const told = (key: string) => loaded.told.filter((t) => t.key === key).map(({ at, purpose, status, code, messageId }) => ({ at: new Date(at).toISOString(), purpose, status, code, messageId }));
  const isOpen = (opensOn: OsloDate, closesOn: OsloDate | null): boolean => opensOn <= asOf && (closesOn === null || closesOn > asOf);
  const title = (duty: string): string => definition.source.duties.find((d) => d.id === duty)?.title.nb ?? duty;
  return [
    ...evaluation.obligations.map((o): ObligationShown => ({
      key: o.key, kind: o.kind, duty: o.duty, title: title(o.duty), clockKey: o.clockKey, to: o.to, opensOn: o.opensOn, closesOn: o.closesOn,
      open: isOpen(o.opensOn, o.closesOn), askOn: o.askOn, needsConfirmation: o.needsConfirmation && !confirmed.has(o.key), confirmedBy: confirmer(o.key), told: told(o.key),
    })),
    ...correctNotices(loaded.events).map((n): ObligationShown => ({
      key: n.key, kind: 'correct-notice', duty: n.duty, title: `Rett opp det som er meldt: ${title(n.duty)}`, clockKey: n.clockKey, to: n.to, opensOn: n.opensOn, closesOn: n.closesOn,
      open: isOpen(n.opensOn, n.closesOn), askOn: [n.opensOn], needsConfirmation: false, confirmedBy: null, told: told(n.key),
    })),
  ];
}
