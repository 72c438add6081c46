import type { Story } from '@forlop/simulator';
import { readPorts, stateDir } from '@forlop/servers';
import { columns, section } from '../layout.js';
import { stateFiles } from '../up-installation.js';

/** A patient worth looking at, and what the story shows. */
export interface Example {
  readonly about: string;
  readonly pathwayId: string;
}

/** Of these stories the first patient is shown as an example. */
const worthLooking = [
  'nyhenvist barn',
  'i fare: ingen time, fristen nærmer seg',
  'fristbrudd, ikke startet',
  'fristbrudd forutsett, Helfo varslet',
  'passert etter pasientens eget ønske',
  'oppstart rettet',
  'fylte 18 i forløpet',
  'svært alvorlig syk',
  'uten neste steg: henvisningen gjaldt en annen',
  'smerte, fulgt opp etter tre og fem år',
  'karantene: fødselsnummeret er ikke gyldig',
] as const;

/** The examples among the stories that were loaded, in the order of the list above. */
export function examplesOf(pathways: ReadonlyMap<Story, string>): Example[] {
  const byAbout = new Map([...pathways].sort(([a], [b]) => (a.id < b.id ? 1 : -1)).map(([{ about }, pathwayId]) => [about, pathwayId]));
  return worthLooking.flatMap((about) => {
    const pathwayId = byAbout.get(about);
    return pathwayId === undefined ? [] : [{ about, pathwayId }];
  });
}

/** Where the hospital can be looked at: in the running system's API where there is one, and by the command line. */
export function whereToLook(examples: readonly Example[], env: NodeJS.ProcessEnv): string[] {
  const api = apiAddress(env);
  const addresses = api === undefined ? [] : [
    ['Arbeidslisten', `${api}/api/v1/worklist?owner=koordinator`],
    ['Brutte frister', `${api}/api/v1/worklist?broken=true`],
    ['En pasient', `${api}/api/v1/pathways/<id>`],
    ['Alt som kan spørres om', `${api}/docs`],
    ['Logg inn først', `${api}/auth/login?til=/docs`],
  ];
  return [
    ...section('Se for eksempel på:', columns(examples.map(({ about, pathwayId }) => [pathwayId, about]), '  ')),
    ...section('Hvor du kan se:', columns([...addresses, ['Kontroll av alt', 'npx forlop verify']], '  ')),
  ];
}

/** The API of the system that this database belongs to; undefined when nobody has said where it is. */
function apiAddress(env: NodeJS.ProcessEnv): string | undefined {
  if (env.PUBLIC_URL) return env.PUBLIC_URL.replace(/\/$/, '');
  if (env.DATABASE_URL) return undefined;
  const { api } = readPorts(stateFiles(stateDir(env)).ports);
  return api === undefined ? undefined : `http://localhost:${api}`;
}
