import { osloMidnight, type OsloDate } from '@forlop/calendar';
import { eventsOf, type LoggedEvent, type LoggedPathway } from './log.js';

const head = `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849.2016" xes.features="" xmlns="http://www.xes-standard.org/">
<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
<extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
<extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
<extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
<extension name="Identity" prefix="identity" uri="http://www.xes-standard.org/identity.xesext"/>
<global scope="trace"><string key="concept:name" value=""/></global>
<global scope="event"><string key="concept:name" value=""/><date key="time:timestamp" value="1970-01-01T00:00:00.000Z"/><string key="lifecycle:transition" value="complete"/></global>
<classifier name="Hendelse" keys="concept:name"/>
<classifier name="Hendelse og livsløp" keys="concept:name lifecycle:transition"/>
<string key="lifecycle:model" value="standard"/>
`;

/**
 * Pathways as an event log in XES (IEEE 1849-2016), piece by piece. A case is a pathway by its pseudonym; an event's time is midnight in Oslo of the day
 * on which it happened.
 */
export async function* xesOf(pathways: AsyncIterable<LoggedPathway>, asOf: OsloDate): AsyncGenerator<string, void, void> {
  yield head;
  for await (const pathway of pathways) yield traceOf(pathway, asOf);
  yield '</log>\n';
}

function traceOf(pathway: LoggedPathway, asOf: OsloDate): string {
  const { pseudonym, organisation, definition, version, variant } = pathway;
  const about = [
    text('concept:name', pseudonym), text('forlop:definition', definition), text('forlop:version', version), text('forlop:organisation', organisation),
    ...(variant === null ? [] : [text('forlop:variant', variant)]),
  ];
  return `<trace>${about.join('')}\n${eventsOf(pathway, asOf).map(eventXml).join('')}</trace>\n`;
}

function eventXml({ id, activity, on, lifecycle, organisation, source, clock, superseded }: LoggedEvent): string {
  const parts = [
    text('identity:id', id), text('concept:name', activity), `<date key="time:timestamp" value="${instantOf(on)}"/>`, text('lifecycle:transition', lifecycle), text('org:group', organisation),
    text('forlop:source', source), ...(clock === null ? [] : [text('forlop:clock', clock)]), ...(superseded === null ? [] : [text('forlop:superseded', superseded)]),
  ];
  return `<event>${parts.join('')}</event>\n`;
}

/** Midnight in Oslo as the instant that it is. */
export const instantOf = (day: OsloDate): string => new Date(osloMidnight(day)).toISOString();

const text = (key: string, value: string): string => `<string key="${key}" value="${escaped(value)}"/>`;
const escaped = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
