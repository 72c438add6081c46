import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rehearse, setStage } from '@forlop/cli';
import { loadRules } from '@forlop/definitions';
import { repositoryRoot } from '@forlop/servers';
import { loadScenario } from '@forlop/simulator';
import { temporalClient } from '@forlop/temporal';
import { obligationWorkflowId, pathwayWorkflowId } from '@forlop/workflows';
import { median, readable, type Bench, type Figure } from './figure.js';
import { firstCommands } from './system/commands.js';
import { bytesOf, historyOf, kindsOf, wakesIn, type HistoryEvents, type WakeEvents } from './system/history.js';
import { referThroughApi } from './system/patients.js';
import { progress } from './system/progress.js';
import { withBenchSystem } from './system/system.js';
import { until } from './system/waiting.js';

const patients = 10;
const years = 5;
const goalEvents = 12;
const scenarioFile = join(repositoryRoot, 'docs', 'scenarios', 'voksen.yaml');

/** What a patient costs in Temporal: events of the parent for one wake, and all events and bytes of a year. */
export const bench: Bench = async () => [...(await wakesBySignal()), ...(await fiveYears())];

/** Real commands, one at a time, on the development server: each a wake by signal. */
function wakesBySignal(): Promise<Figure[]> {
  return withBenchSystem(async (system) => {
    const api = await system.startApi();
    await system.startApp('worker');
    const pathways = await referThroughApi(api, 0, patients);
    const heard = async () => (await system.database.query('select from pathway where advanced_position < head_position limit 1')).rowCount === 0;
    await until('every workflow is armed', heard, 120_000);
    progress('sending commands');
    for (const plan of Array.from({ length: firstCommands('').length }, (_, i) => pathways.map((id) => firstCommands(id)[i]!))) {
      for (const { path, body } of plan) await api.expectPost(path, body);
      await until('every workflow has heard everything', heard, 120_000, 50);
    }
    api.close();
    const { client, close } = temporalClient(system.temporal);
    const histories = await Promise.all(pathways.map((id) => historyOf(client, pathwayWorkflowId(id))));
    await close();
    return [wakeFigure('signal', histories.flatMap(wakesIn), 'Each of the six commands from assessment to the first appointment, told to a patient by the real relay; Temporal development server.')];
  });
}

/** Five years on the time-skipping server: wakes by timer, and everything that a patient leaves there. */
async function fiveYears(): Promise<Figure[]> {
  const rules = loadRules();
  const scenario = loadScenario(await readFile(scenarioFile, 'utf8'), scenarioFile, rules, {});
  progress('rehearsing five years');
  const stage = await setStage(process.env);
  try {
    const { view, started } = await rehearse(scenario, rules, stage);
    const { client } = stage.environment;
    const parent = await historyOf(client, pathwayWorkflowId(view.pathwayId));
    const children = await Promise.all(started.map(({ key }) => historyOf(client, obligationWorkflowId(view.pathwayId, key))));
    return [wakeFigure('timer', wakesIn(parent), 'Five years of docs/scenarios/voksen.yaml (22 events recorded) on the time-skipping server.'), ...patientYear(parent, children)];
  } finally {
    await stage.strike();
  }
}

function wakeFigure(by: WakeEvents['by'], all: readonly WakeEvents[], how: string): Figure {
  const wakes = all.filter((wake) => wake.by === by);
  const counts = wakes.map(({ events }) => events.length);
  const most = Math.max(...counts);
  const longest = wakes.find(({ events }) => events.length === most)!;
  const over = counts.filter((count) => count > goalEvents).length;
  return {
    name: `events of the parent for one wake by ${by}, most`, value: most, unit: 'events', goal: '≤ 12', met: most <= goalEvents,
    detail: `${counts.length} wakes, median ${median(counts)}, ${over} over the goal; from what woke it to the timer that it set, children started on the way included; the end of an obligation, which wakes nothing, is counted with the year. ${how} The longest: ${kindsOf(longest.events)}.`,
  };
}

function patientYear(parent: HistoryEvents, children: readonly HistoryEvents[]): Figure[] {
  const all = [parent, ...children];
  const events = all.reduce((sum, one) => sum + one.length, 0);
  const bytes = all.reduce((sum, one) => sum + bytesOf(one), 0);
  const how = `${years} years of that patient: ${parent.length} events of the parent, ${events - parent.length} of ${children.length} obligations.`;
  return [
    { name: 'events per patient-year, children included', value: events / years, unit: 'events', goal: null, met: null, detail: how },
    { name: 'bytes per patient-year, children included', value: bytes / years, unit: 'bytes', goal: null, met: null, detail: `As Temporal's protocol writes the events, payloads encrypted: ${readable(bytes / 1024)} KiB in all.` },
  ];
}
