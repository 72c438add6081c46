import { osloDateOf, tryOsloDate, type OsloDate } from '@forlop/calendar';
import { canonicalSystem, checkPersonIdentifier, organisationIdentifierFault } from '@forlop/contracts';
import type { CalendarAppointment, CalendarIssue, CalendarRead, CalendarReason, CalendarSlot } from './calendar-types.js';
import { isObject, type JsonObject } from './node.js';
import { organisationSystems } from './systems.js';

/** The code system in which an appointment says in the definitions' own words what it is for. */
export const APPOINTMENT_KIND = 'urn:forlop:gjelder';
/** Volven 8432: type of contact. */
const CONTACT_TYPE = 'urn:oid:2.16.578.1.12.4.1.1.8432';
/** HL7 v2 table 0276, which R4 binds `appointmentType` to. */
const APPOINTMENT_REASON = 'http://terminology.hl7.org/CodeSystem/v2-0276';
/** Volven 8446: why a time was moved. */
const POSTPONEMENT = 'urn:oid:2.16.578.1.12.4.1.1.8446';
const postponements: readonly string[] = ['1', '3', '4', '5', '6', '21', '22'];
/** R4's own reasons for a cancellation. */
const CANCELLATION = 'http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason';
/** Not `pat-dec`: nobody who died has asked to wait. */
const patientsOwn: readonly string[] = ['pat', 'pat-crs', 'pat-cpp', 'pat-fb', 'pat-lt', 'pat-mt', 'pat-mv', 'pat-preg', 'pat-swl'];

const kinds: ReadonlySet<string> = new Set(['oppstart', 'oppfolging', 'mote', 'undersokelse']);
const statuses: Readonly<Record<string, CalendarAppointment['status']>> = {
  proposed: 'pending', pending: 'pending', waitlist: 'pending', booked: 'booked', arrived: 'booked', 'checked-in': 'booked', fulfilled: 'fulfilled',
  cancelled: 'cancelled', noshow: 'noshow', 'entered-in-error': 'entered-in-error',
};
const slotStatuses: ReadonlySet<string> = new Set(['busy', 'free', 'busy-unavailable', 'busy-tentative', 'entered-in-error']);

interface Entry {
  readonly resource: JsonObject;
  readonly path: string;
  readonly fullUrl: string | undefined;
}

/**
 * Reads the hospital's calendar as FHIR R4 (`Appointment`, `Slot` with its `Schedule`), alone or in a Bundle. Never throws on what was sent; what
 * cannot be read is told with its place, and the rest is read all the same.
 */
export function readCalendar(json: unknown, receivedAt: string): CalendarRead {
  if (!isObject(json) || typeof json.resourceType !== 'string') return { appointments: [], slots: [], issues: [fault('ugyldig-json', '$this', 'Det som er sendt, er ikke en FHIR-ressurs.')] };
  const entries = entriesOf(json);
  const reader = new Reader(entries, receivedAt);
  for (const entry of entries) reader.read(entry);
  return reader.result();
}

function entriesOf(json: JsonObject): Entry[] {
  if (json.resourceType !== 'Bundle') return [{ resource: json, path: String(json.resourceType), fullUrl: undefined }];
  return list(json.entry).flatMap((entry, i) => {
    const path = `Bundle.entry[${i}].resource`;
    if (!isObject(entry)) return [];
    return [{ resource: isObject(entry.resource) ? entry.resource : {}, path, fullUrl: textOf(entry.fullUrl) }];
  });
}

class Reader {
  private readonly appointments: { path: string; told: CalendarAppointment }[] = [];
  private readonly slots: { path: string; told: CalendarSlot }[] = [];
  private readonly issues: CalendarIssue[] = [];

  constructor(
    private readonly entries: readonly Entry[],
    private readonly receivedAt: string,
  ) {}

  read(entry: Entry): void {
    switch (entry.resource.resourceType) {
      case 'Appointment':
        return this.appointment(entry);
      case 'Slot':
        return this.slot(entry);
      case 'Schedule':
      case 'Patient':
      case 'Organization':
      case 'HealthcareService':
      case 'Location':
      case 'Practitioner':
      case 'PractitionerRole':
        if (this.entries.length === 1) this.say('ikke-timebok', entry.path, 'Ressursen leses bare sammen med en Appointment eller Slot.');
        return;
      default:
        this.say('ikke-timebok', entry.path, 'Her tas det bare imot Appointment og Slot.');
    }
  }

  result(): CalendarRead {
    if (this.appointments.length === 0 && this.slots.length === 0 && this.issues.length === 0) this.say('ikke-timebok', 'Bundle', 'Det er ikke sendt noen Appointment eller Slot.');
    return { appointments: this.appointments, slots: this.slots, issues: this.issues };
  }

  private say(reason: CalendarReason, path: string, text: string): undefined {
    this.issues.push(fault(reason, path, text));
    return undefined;
  }

  private appointment(entry: Entry): void {
    const { resource, path } = entry;
    const before = this.issues.length;
    const status = statuses[textOf(resource.status) ?? ''] ?? this.say('ukjent-kode', `${path}.status`, 'Statusen finnes ikke i FHIR R4.');
    const startsAt = this.instant(resource.start, `${path}.start`, true);
    const endsAt = this.instant(resource.end, `${path}.end`, false);
    if (startsAt && endsAt && endsAt < startsAt) this.say('ugyldig-tid', `${path}.end`, 'Timen slutter før den begynner.');
    const patient = this.patient(entry);
    const organisation = this.clinic(entry, list(resource.participant).map((one) => (isObject(one) ? one.actor : undefined)), `${path}.participant`);
    const named = this.named(entry, startsAt);
    if (this.issues.length > before || !status || !startsAt || !patient || !organisation || !named) return;
    const made = textOf(resource.created);
    this.appointments.push({
      path,
      told: { ...named, patient, organisation, startsAt, endsAt: endsAt ?? null, status, kind: kindOf(resource), cause: causeOf(resource), madeOn: made === undefined ? null : dateOf(made) },
    });
  }

  private slot(entry: Entry): void {
    const { resource, path } = entry;
    const before = this.issues.length;
    const status = textOf(resource.status) ?? '';
    if (!slotStatuses.has(status)) this.say('ukjent-kode', `${path}.status`, 'Statusen finnes ikke i FHIR R4.');
    const startsAt = this.instant(resource.start, `${path}.start`, true);
    const endsAt = this.instant(resource.end, `${path}.end`, true);
    if (startsAt && endsAt && endsAt <= startsAt) this.say('ugyldig-tid', `${path}.end`, 'Tiden slutter før den begynner.');
    const schedule = this.target(resource.schedule, entry);
    const actors = schedule === undefined ? [] : list(schedule.actor);
    const organisation = this.clinic(entry, actors, `${path}.schedule`);
    const named = this.named(entry, startsAt);
    if (this.issues.length > before || !startsAt || !endsAt || !organisation || !named) return;
    const minutes = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
    const free = status === 'free';
    const taken = status === 'busy' || status === 'busy-tentative';
    this.slots.push({
      path,
      told: {
        ...named, organisation, on: osloDateOf(startsAt), serviceType: serviceOf(resource) ?? (schedule && serviceOf(schedule)) ?? 'uspesifisert',
        freeMinutes: free ? minutes : 0, busyMinutes: taken ? minutes : 0, freePlaces: free ? 1 : 0, busyPlaces: taken ? 1 : 0,
      },
    });
  }

  /** What it is known by, and how new it is. A bare id counts within its sender's own. */
  private named({ resource, path }: Entry, startsAt: string | undefined) {
    const identifier = list(resource.identifier).find((one): one is JsonObject => isObject(one) && textOf(one.value) !== undefined && textOf(one.system) !== undefined && one.use !== 'old');
    const id = textOf(resource.id);
    if (identifier === undefined && id === undefined) return this.say('mangler-id', path, 'Ressursen har verken identifikator eller id, så den kan ikke kjennes igjen.');
    const meta = isObject(resource.meta) ? resource.meta : {};
    const at = meta.lastUpdated === undefined ? this.receivedAt : this.instant(meta.lastUpdated, `${path}.meta.lastUpdated`, false);
    if (at === undefined || startsAt === undefined) return undefined;
    const source = identifier === undefined ? 'urn:forlop:fhir-id' : canonicalSystem(String(identifier.system));
    return { source, externalId: identifier === undefined ? id! : String(identifier.value), version: textOf(meta.versionId) ?? at, versionAt: at };
  }

  private patient(entry: Entry): CalendarAppointment['patient'] | undefined {
    const actors = list(entry.resource.participant).map((one) => (isObject(one) ? one.actor : undefined));
    for (const actor of actors) {
      for (const { system, value } of this.identifiers(actor, entry)) {
        const check = checkPersonIdentifier(system, value);
        if (check.ok && check.kind !== 'annet') return { system: check.system, value: check.value };
      }
    }
    return this.say('mangler-pasient', `${entry.path}.participant`, 'Timen sier ikke hvem den gjelder, med et gyldig fødselsnummer, D-nummer eller hjelpenummer.');
  }

  private clinic(entry: Entry, actors: readonly unknown[], path: string): CalendarAppointment['organisation'] | undefined {
    const found = actors.flatMap((actor) => this.identifiers(actor, entry)).filter(({ system, value }) => organisationIdentifierFault(system, value) === undefined);
    const best = organisationSystems.flatMap((system) => found.filter((one) => canonicalSystem(one.system) === system))[0];
    if (best !== undefined) return { system: canonicalSystem(best.system), value: best.value };
    return this.say('mangler-enhet', path, 'Enheten må være oppgitt med RESH-id, organisasjonsnummer eller HER-id.');
  }

  /** The identifiers of whom a reference names: its own, and those of the resource that was sent along. */
  private identifiers(reference: unknown, entry: Entry): { system: string; value: string }[] {
    const own = isObject(reference) ? [reference.identifier] : [];
    const target = this.target(reference, entry);
    const provider = target === undefined ? undefined : this.target(target.providedBy ?? target.managingOrganization, entry);
    return [...own, ...list(target?.identifier), ...list(provider?.identifier)].flatMap((one) => {
      const [system, value] = isObject(one) ? [textOf(one.system), textOf(one.value)] : [];
      return system === undefined || value === undefined ? [] : [{ system, value: value.trim() }];
    });
  }

  /** The resource that a reference leads to, contained or beside it in the Bundle. */
  private target(reference: unknown, { resource }: Entry): JsonObject | undefined {
    const address = isObject(reference) ? textOf(reference.reference) : undefined;
    if (address === undefined) return undefined;
    if (address.startsWith('#')) return list(resource.contained).find((one): one is JsonObject => isObject(one) && one.id === address.slice(1));
    const plain = address.replace(/\/_history\/[^/]+$/, '');
    return this.entries.find((entry) => entry.fullUrl === plain || `${String(entry.resource.resourceType)}/${String(entry.resource.id)}` === plain)?.resource;
  }

  /** An instant with its zone; guessing one would move an appointment by an hour or a day. */
  private instant(value: unknown, path: string, required: boolean): string | undefined {
    if (value === undefined && !required) return undefined;
    const written = textOf(value);
    const valid = written !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d\d:\d\d)$/.test(written) && !Number.isNaN(Date.parse(written));
    return valid ? new Date(written).toISOString() : this.say('ugyldig-tid', path, 'Tidspunktet mangler, finnes ikke eller mangler tidssone.');
  }
}

const fault = (reason: CalendarReason, expression: string, text: string): CalendarIssue => ({ reason, expression, text });
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && /\S/.test(value) ? value : undefined);
const dateOf = (written: string): OsloDate | null => (written.includes('T') ? (Number.isNaN(Date.parse(written)) ? null : osloDateOf(new Date(written).toISOString())) : (tryOsloDate(written) ?? null));

/** Codes of CodeableConcepts, with canonical systems. */
function codesOf(...concepts: readonly unknown[]): { system: string; code: string }[] {
  return concepts.flatMap((concept) => (Array.isArray(concept) ? concept : [concept])).flatMap((one) => (isObject(one) ? list(one.coding) : [])).flatMap((coding) => {
    const code = isObject(coding) ? textOf(coding.code) : undefined;
    return code === undefined ? [] : [{ system: canonicalSystem(String((coding as JsonObject).system ?? '')), code }];
  });
}

/**
 * What it is for, where it says so. What does not is mirrored as `annet`, and keeps no frist: taking any visit for the start of care would
 * silence a warning.
 */
function kindOf(resource: JsonObject): CalendarAppointment['kind'] {
  const codes = codesOf(resource.serviceType, resource.appointmentType, resource.reasonCode);
  const own = codes.find(({ system, code }) => system === APPOINTMENT_KIND && kinds.has(code));
  if (own !== undefined) return own.code as CalendarAppointment['kind'];
  const followUp = codes.some(({ system, code }) => (system === APPOINTMENT_REASON && code === 'FOLLOWUP') || (system === CONTACT_TYPE && code === '3'));
  return followUp ? 'oppfolging' : 'annet';
}

/** Why it was moved or called off, as a code of 8446; R4's own reasons tell only whether it was the patient. */
function causeOf(resource: JsonObject): string | null {
  const codes = codesOf(resource.cancelationReason, resource.reasonCode);
  const own = codes.find(({ system, code }) => system === POSTPONEMENT && postponements.includes(code));
  if (own !== undefined) return own.code;
  return codes.some(({ system, code }) => system === CANCELLATION && patientsOwn.includes(code)) ? '22' : null;
}

function serviceOf(resource: JsonObject): string | undefined {
  return codesOf(resource.serviceType, resource.serviceCategory, resource.specialty)[0]?.code;
}
