import { osloDateOf } from '@forlop/calendar';
import type { LoadedRules } from '@forlop/definitions';
import type { Ledger } from '@forlop/ledger';
import { pinnedRules, syntheticHospital, type Story } from '@forlop/simulator';
import { printJson, type Context } from '../context.js';
import { wrongUse } from '../failure.js';
import type { Io } from '../io.js';
import { counted } from '../layout.js';
import { withLedger } from '../ledger-access.js';
import { loadOrganisations, loadStory, type Region } from './load-hospital.js';
import { loadReport } from './load-report.js';
import { loadWork } from './load-work.js';
import { overviewLines, overviewOf } from './overview.js';
import { StoryClock } from './story-clock.js';
import { demoIssuer } from './token.js';
import { examplesOf, whereToLook, type Example } from './where-to-look.js';

/** Options of `forlop demo`, as typed. */
export interface DemoOptions {
  readonly seed: string;
  /** About how many patients; without it all. */
  readonly patients?: string;
  readonly json?: true;
}

/** A line of progress for each so many patients. */
const tellEvery = 25;
/** Stories told at once: while one waits for the database another is worked out. */
const atOnce = 3;

/** Loads the synthetic hospital, what of it is not there yet, and shows what came of it and where to look. */
export async function runDemo({ seed, patients, json }: DemoOptions, context: Context): Promise<void> {
  if (!/^[A-Za-z0-9]{1,20}$/.test(seed)) throw wrongUse('bad-seed', `--seed skal være bokstaver og tall, høyst 20 tegn, ikke «${seed}».`);
  const clock = new StoryClock(Date.now());
  const stories = someOf(syntheticHospital(seed, osloDateOf(clock.now)), patients);
  await withLedger(
    context.io,
    async (open) => {
      const loaded = await loadHospital(stories, open.ledger, clock, context.io);
      await loadWork(open.ledger, loaded, osloDateOf(clock.now));
      await loadReport(open, demoIssuer(context.io.env));
      const overview = await overviewOf(open);
      if (json) return printJson(context, { seed, patients: stories.length, made: loaded.made, there: loaded.there, examples: loaded.examples, overview });
      context.io.out([summary(loaded), '', ...overviewLines(overview), ...whereToLook(loaded.examples, context.io.env)].join('\n'));
    },
    { clock: clock.ledgerClock, rules: alwaysValid },
  );
}

/** Every so-manieth story, so that of each kind there are some. */
function someOf(stories: readonly Story[], patients: string | undefined): readonly Story[] {
  if (patients === undefined) return stories;
  if (!/^[1-9]\d{0,3}$/.test(patients)) throw wrongUse('bad-patients', `--patients skal være et helt tall fra 1 til 9999, ikke «${patients}».`);
  const step = Math.max(1, Math.ceil(stories.length / Number(patients)));
  return stories.filter((_, index) => index % step === 0);
}

/** Stories begin years ago, before some definitions were valid: they are told as if today's rules had held all along. */
export const alwaysValid = (rules: LoadedRules): LoadedRules =>
  rules.definitions().reduce((pinned, { id, version, calendar }) => pinnedRules(pinned, { definition: { id, version }, calendar, parameters: {} }), rules);

/** How much was made now, how much was there, and patients to look at. */
export interface LoadedHospital {
  readonly made: number;
  readonly there: number;
  readonly examples: readonly Example[];
  readonly pathways: ReadonlyMap<Story, string>;
  readonly region: Region;
}

/** Loads the region and its patients, several at a time; what is there already is left as it is. */
export async function loadHospital(stories: readonly Story[], ledger: Ledger, clock: StoryClock, io: Pick<Io, 'note'>): Promise<LoadedHospital> {
  const region = await loadOrganisations(ledger);
  const pathways = new Map<Story, string>();
  const waiting = stories.values();
  let made = 0;
  // Each lane takes the next story that nobody has taken.
  const lane = async (): Promise<void> => {
    for (const story of waiting) {
      const loaded = await loadStory(ledger, story, clock, region);
      pathways.set(story, loaded.pathwayId);
      if (loaded.made) made += 1;
      if (pathways.size % tellEvery === 0) io.note(`  ${pathways.size} av ${stories.length} pasienter`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return { made, there: stories.length - made, examples: examplesOf(pathways), pathways, region };
}

function summary({ made, there }: LoadedHospital): string {
  if (made === 0) return `Det syntetiske sykehuset er alt lastet (${counted(there, 'pasient', 'pasienter')}). Ingenting er lagt til.`;
  return `Laget ${counted(made, 'oppdiktet pasient', 'oppdiktede pasienter')}${there === 0 ? '' : `; ${there} var der fra før`}.`;
}
