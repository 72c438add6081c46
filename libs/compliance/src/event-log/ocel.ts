import type { OsloDate } from '@forlop/calendar';
import { eventsOf, type LoggedEvent, type LoggedPathway } from './log.js';
import { instantOf } from './xes.js';

interface Relation { readonly objectId: string; readonly qualifier: string }
interface ObjectOf { readonly id: string; readonly type: string; readonly attributes: readonly { readonly name: string; readonly time: string; readonly value: string }[]; readonly relationships: readonly Relation[] }

const strings = (...names: string[]): { name: string; type: 'string' }[] => names.map((name) => ({ name, type: 'string' }));
const objectTypes = [
  { name: 'pathway', attributes: strings('definition', 'version', 'variant') },
  { name: 'clock', attributes: strings('rule', 'dueOn') },
  { name: 'referral', attributes: [] }, { name: 'meeting', attributes: [] }, { name: 'organisation', attributes: [] },
];
const eventAttributes = strings('lifecycle', 'source', 'superseded');
/** OCEL asks for a time of every value; these hold from the beginning. */
const always = '1970-01-01T00:00:00.000Z';
const referralEvent = 'henvisningMottatt';

/**
 * Pathways as an object-centric event log (OCEL 2.0, JSON), piece by piece. Objects: pathway, referral, clock, meeting and organisation. Events stream;
 * of the objects and the names of the activities no more than their ids and relations are held until the end.
 */
export async function* ocelOf(pathways: AsyncIterable<LoggedPathway>, asOf: OsloDate): AsyncGenerator<string, void, void> {
  const objects: string[] = [];
  const organisations = new Set<string>();
  const activities = new Set<string>();
  let separator = '';
  yield '{"events":[';
  for await (const pathway of pathways) {
    const events = eventsOf(pathway, asOf);
    objects.push(...objectsOf(pathway, events).map((object) => JSON.stringify(object)));
    for (const event of events) {
      activities.add(event.activity);
      organisations.add(event.organisation);
      yield `${separator}${JSON.stringify(eventOf(event, pathway))}`;
      separator = ',\n';
    }
    organisations.add(pathway.organisation);
  }
  objects.push(...[...organisations].sort().map((id) => JSON.stringify({ id, type: 'organisation', attributes: [], relationships: [] } satisfies ObjectOf)));
  const eventTypes = [...activities].sort().map((name) => ({ name, attributes: eventAttributes }));
  yield `],\n"objects":[${objects.join(',\n')}],\n"objectTypes":${JSON.stringify(objectTypes)},\n"eventTypes":${JSON.stringify(eventTypes)}}\n`;
}

function eventOf(event: LoggedEvent, { pseudonym }: LoggedPathway): object {
  const { id, activity, on, lifecycle, source, clock, organisation, superseded } = event;
  const relationships: Relation[] = [
    { objectId: pseudonym, qualifier: 'forløp' }, { objectId: organisation, qualifier: 'hos' },
    ...(clock === null ? [] : [{ objectId: clockId(pseudonym, clock), qualifier: 'frist' }]),
    ...ownObject(event).map(({ id: objectId, type }) => ({ objectId, qualifier: type })),
  ];
  const attributes = [{ name: 'lifecycle', value: lifecycle }, { name: 'source', value: source }, ...(superseded === null ? [] : [{ name: 'superseded', value: superseded }])];
  return { id, type: activity, time: instantOf(on), attributes, relationships };
}

function objectsOf({ pseudonym, organisation, definition, version, variant, clocks }: LoggedPathway, events: readonly LoggedEvent[]): ObjectOf[] {
  const value = (name: string, given: string | null) => (given === null ? [] : [{ name, time: always, value: given }]);
  const own = events.flatMap(ownObject);
  const relations: Relation[] = [{ objectId: organisation, qualifier: 'hos' }, ...own.map(({ id, type }) => ({ objectId: id, qualifier: type })), ...clocks.map(({ key }) => ({ objectId: clockId(pseudonym, key), qualifier: 'frist' }))];
  return [
    { id: pseudonym, type: 'pathway', attributes: [...value('definition', definition), ...value('version', version), ...value('variant', variant)], relationships: relations },
    ...clocks.map(({ key, clock, dueOn }): ObjectOf => ({ id: clockId(pseudonym, key), type: 'clock', attributes: [...value('rule', clock), ...value('dueOn', dueOn)], relationships: [] })),
    ...own.map(({ id, type }): ObjectOf => ({ id, type, attributes: [], relationships: [] })),
  ];
}

/** A referral and a meeting that was held, arranged or cancelled are things of their own. */
function ownObject({ id, activity, source }: LoggedEvent): { readonly id: string; readonly type: 'referral' | 'meeting' }[] {
  if (source === 'frist') return [];
  if (activity === referralEvent) return [{ id: `referral/${id}`, type: 'referral' }];
  return /mote(Holdt|Avtalt|Avlyst)$/i.test(activity) ? [{ id: `meeting/${id}`, type: 'meeting' }] : [];
}

const clockId = (pseudonym: string, key: string): string => `${pseudonym}/${key}`;
