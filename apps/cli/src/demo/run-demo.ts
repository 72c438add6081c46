import { osloDateOf } from '@forlop/calendar';
import type { LoadedRules } from '@forlop/definitions';
import { virtualClock } from '@forlop/ledger';
import { pinnedRules, syntheticHospital, type Story } from '@forlop/simulator';
import { printJson, type Context } from '../context.js';
import { wrongUse } from '../failure.js';
import { counted } from '../layout.js';
import { withLedger, type OpenLedger } from '../ledger-access.js';
import { overviewLines, overviewOf } from './overview.js';
import { loadOrganisations, loadStory, type DemoClock, type Loaded } from './load-hospital.js';

/** Options of `forlop demo`, as typed. */
export interface DemoOptions {
  readonly seed: string;
  readonly json?: true;
}

/** A line of progress for each so many patients. */
const tellEvery = 50;

/** Loads the synthetic hospital, what of it is not there yet, and shows what came of it. */
export async function runDemo({ seed, json }: DemoOptions, context: Context): Promise<void> {
  if (!/^[A-Za-z0-9]{1,20}$/.test(seed)) throw wrongUse('bad-seed', `--seed skal være bokstaver og tall, høyst 20 tegn, ikke «${seed}».`);
  const now = Date.now();
  let at = now;
  const clock: DemoClock = { set: (ms) => void (at = ms) };
  const stories = syntheticHospital(seed, osloDateOf(now));
  await withLedger(
    context.io,
    async (open) => {
      const loaded = await loadAll(stories, open, clock, now, context);
      const overview = await overviewOf(open);
      if (json) return printJson(context, { seed, patients: stories.length, ...loaded, overview });
      context.io.out([summary(loaded), '', ...overviewLines(overview)].join('\n'));
    },
    { clock: virtualClock(() => new Date(at)), rules: alwaysValid },
  );
}

/** Stories begin years ago, before some definitions were valid: they are told as if today's rules had held all along. */
const alwaysValid = (rules: LoadedRules): LoadedRules =>
  rules.definitions().reduce((pinned, { id, version, calendar }) => pinnedRules(pinned, { definition: { id, version }, calendar, parameters: {} }), rules);

type Counts = Readonly<Record<Loaded, number>>;

async function loadAll(stories: readonly Story[], { ledger }: OpenLedger, clock: DemoClock, now: number, { io }: Context): Promise<Counts> {
  await loadOrganisations(ledger);
  const counts = { made: 0, there: 0 };
  for (const [i, story] of stories.entries()) {
    counts[await loadStory(ledger, story, clock, now)] += 1;
    if ((i + 1) % tellEvery === 0) io.note(`  ${i + 1} av ${stories.length} pasienter`);
  }
  // What is shown is read as of now.
  clock.set(now);
  return counts;
}

function summary({ made, there }: Counts): string {
  if (made === 0) return `Det syntetiske sykehuset er alt lastet (${counted(there, 'pasient', 'pasienter')}).`;
  return `Laget ${counted(made, 'oppdiktet pasient', 'oppdiktede pasienter')}${there === 0 ? '' : `; ${there} var der fra før`}.`;
}
