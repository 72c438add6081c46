import { osloTimeOf, type OsloDate } from '@forlop/calendar';
import { demoUser } from '@forlop/identity';
import type { Actor, Ledger, Organisation, Transaction } from '@forlop/ledger';
import { engineEvents } from '@forlop/pathway';
import { Player, REFERRAL_STEP, syntheticOrganisations, type Step, type Story } from '@forlop/simulator';
import type { StoryClock } from './story-clock.js';

const actor: Actor = { kind: 'person', id: 'demo' };

/** What loading one story came to: its pathway, and whether anything of it was made now or all was there. */
export interface LoadedStory {
  readonly pathwayId: string;
  readonly made: boolean;
}

/** The synthetic region's organisations by their keys there. */
export type Region = ReadonlyMap<string, Organisation>;

/** Registers the synthetic region; what is there already is left as it is. */
export async function loadOrganisations(ledger: Ledger): Promise<Region> {
  const made = new Map<string, Organisation>();
  for (const { key, parent, ...input } of syntheticOrganisations) {
    const parentId = parent === undefined ? undefined : made.get(parent)!.id;
    made.set(key, await ledger.registerOrganisation({ ...input, ...(parentId !== undefined && { parentId }) }));
  }
  return made;
}

/**
 * Writes one patient's story into the ledger through the same calls as everybody. Until it is whole the pathway is
 * historical: nobody is reminded of what a story's past says, and no workflow acts on half a story. Everything until
 * then is one transaction, so a loading that was cut off is taken up again where the next story begins.
 */
export function loadStory(ledger: Ledger, story: Story, clock: StoryClock, region: Region): Promise<LoadedStory> {
  return clock.tell(async () => {
    const request = (key: string) => ({ key: `demo/${story.id}/${key}`, actor, route: 'forlop demo', requestHash: story.id });
    const begun = await ledger.withIdempotency(request('begin'), (tx) => begin(ledger, story, clock, region, tx));
    const { pathwayId, isNew } = begun.answer;
    const isBegunNow = isNew && !begun.replayed;
    const late = story.steps.filter(namesReferral);
    const referral = late.length === 0 ? undefined : await referralEvent(ledger, pathwayId);
    if (referral === 'finished') return { pathwayId, made: isBegunNow };
    const ended = await ledger.withIdempotency(request('end'), async (tx) => {
      await playAll(late, new Player({ ledger, pathwayId, actor, within: tx, ...(referral !== undefined && { known: { [REFERRAL_STEP]: referral } }) }), story, clock);
      clock.set(clock.now);
      const { eventIds } = await ledger.setMode(pathwayId, story.mode, 'Det syntetiske sykehuset er lastet.', actor, tx);
      return { changed: eventIds.length > 0 };
    });
    return { pathwayId, made: isBegunNow || (ended.answer.changed && !ended.replayed) };
  });
}

/** Id of the referral's event; `finished` when the story has been told to its end before. */
async function referralEvent(ledger: Ledger, pathwayId: string): Promise<string> {
  const { mode, timeline } = await ledger.patientView(pathwayId);
  return mode === 'historical' ? timeline.find(({ kind, type }) => kind !== 'observation' && type !== engineEvents.created)!.id : 'finished';
}

/** The arrival and all that followed, but for what names the referral's own event: that has no id before it is committed. */
async function begin(ledger: Ledger, story: Story, clock: StoryClock, region: Region, tx: Transaction): Promise<{ pathwayId: string; isNew: boolean }> {
  const { arrival } = story;
  // Told on another day its dates are others: that would be a correction, and what is there is to be left as it is.
  const known = await ledger.referralPathway(arrival.as === 'referral' ? arrival.referral.source : arrival.refused.source, tx);
  if (known !== null) return { pathwayId: known, isNew: false };
  clock.set(momentOf(story.recordedOn));
  const { pathwayId, outcome, reasons } = arrival.as === 'referral' ? await ledger.intake(arrival.referral, actor, tx) : await ledger.quarantine(arrival.refused, actor, tx);
  if (arrival.as === 'referral' && outcome === 'quarantined') throw new Error(`The story ${story.id} was not accepted: ${reasons.map(({ sentence }) => sentence).join(' ')}`);
  await ledger.setMode(pathwayId, 'historical', 'Det syntetiske sykehuset lastes.', actor, tx);
  if (isShared(story)) await ledger.grantAccess(pathwayId, { role: 'mottakende', organisationId: region.get('nabopoliklinikk')!.id }, actor, tx);
  if (story.fastlege !== null) await nameContacts(ledger, pathwayId, story.fastlege, tx);
  await playAll(story.steps.filter((step) => !namesReferral(step)), new Player({ ledger, pathwayId, actor, within: tx }), story, clock);
  return { pathwayId, isNew: true };
}

/** The neighbouring hospital takes part in what is handed over to it, and in nothing else. */
const isShared = ({ about }: Story): boolean => about.includes('overført');

/**
 * The patient's fastlege; of the doctor who can log in as a demo user, the patients also have the course centre and the municipality's contact
 * who can, so that each of them sees somebody.
 */
async function nameContacts(ledger: Ledger, pathwayId: string, fastlege: NonNullable<Story['fastlege']>, tx: Transaction): Promise<void> {
  const doctor = demoUser('fastlege');
  const isHers = fastlege.name === doctor.name;
  await ledger.setContact(pathwayId, 'fastlege', { ...fastlege, ...(isHers && { hprNumber: doctor.hprNumber! }) }, actor, tx);
  if (!isHers) return;
  const [lms, municipality] = [demoUser('lms'), demoUser('kommune')];
  await ledger.grantAccess(pathwayId, { role: 'lms', hprNumber: lms.hprNumber!, name: lms.name }, actor, tx);
  await ledger.grantAccess(pathwayId, { role: 'kommune', personNumber: municipality.personNumber, name: municipality.name }, actor, tx);
}

/** Early afternoon: people register what happened that day. */
const momentOf = (day: OsloDate): number => osloTimeOf(day, '13:00');

const namesReferral = ({ act }: Step): boolean => (act.do === 'retract' && act.retracts === REFERRAL_STEP) || (act.do === 'fact' && act.corrects === REFERRAL_STEP);

/** A story is written so that nothing in it is refused; if the rules have changed since, the story must too. */
async function playAll(steps: readonly Step[], player: Player, story: Story, clock: StoryClock): Promise<void> {
  for (const step of steps) {
    clock.set(momentOf(step.recordedOn));
    const played = await player.play(step);
    if (played.outcome === 'refused') throw new Error(`The story ${story.id} (${story.about}) does not fit the rules: ${step.on} ${JSON.stringify(step.act)}: ${played.sentence}`);
  }
}
