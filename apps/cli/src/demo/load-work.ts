import { addDays, osloTimeOf, weekday, type OsloDate } from '@forlop/calendar';
import { systems } from '@forlop/contracts';
import { CommandNotDone, type Actor, type CourseInput, type Ledger, type MeetingInput } from '@forlop/ledger';
import type { LoadedHospital } from './run-demo.js';
import type { Region } from './load-hospital.js';

const actor: Actor = { kind: 'person', id: 'demo' };

/** What the parts of the work around the patients are made of. */
interface Work {
  readonly ledger: Ledger;
  readonly region: Region;
  readonly today: OsloDate;
  /** Ids of followed pathways whose story is about this, in the stories' order. */
  readonly about: (...subjects: readonly string[]) => readonly string[];
}

/**
 * The work around the synthetic patients, so that each screen has something to show: courses with a waiting list and attendance, meetings, plans, notes,
 * the clinics' time, and messages that belong to nothing. Each part is made where nothing of it is there; what is there is left as it is.
 */
export async function loadWork(ledger: Ledger, { pathways, region }: Pick<LoadedHospital, 'pathways' | 'region'>, today: OsloDate): Promise<void> {
  const followed = [...pathways].filter(([{ mode }]) => mode === 'live').sort(([a], [b]) => (a.id < b.id ? -1 : 1));
  const work: Work = { ledger, region, today, about: (...subjects) => followed.filter(([{ about }]) => subjects.includes(about)).map(([, id]) => id) };
  await loadMeetings(work);
  await loadNotes(work);
  await loadPlans(work);
  await loadCourses(work);
  await loadCalendar(work);
  await loadMessages(work);
}

/** Nobody meets on a Saturday or Sunday. @returns that day, or the Monday after it. */
function onWeekday(day: OsloDate): OsloDate {
  return weekday(day) > 5 ? addDays(day, 8 - weekday(day)) : day;
}

const instant = (day: OsloDate, time: string): string => new Date(osloTimeOf(day, time)).toISOString();
const inFollowUp = ['voksen i oppfølging', 'ung voksen i oppfølging', 'barn i oppfølging', 'fem år i forløpet'];

async function loadMeetings({ ledger, today, about }: Work): Promise<void> {
  const at = (day: OsloDate): Omit<MeetingInput, 'kind'> => ({
    startsAt: instant(day, '10:00'), endsAt: instant(day, '11:00'), form: 'video', place: null, videoUrl: 'https://join.example/samarbeid', participants: [{ code: 'kommune', name: 'Jon Einervang', email: 'jon.einervang@lyngfjell-kommune.example' }],
  });
  const [held, ...ahead] = about(...inFollowUp).slice(0, 4);
  for (const [n, id] of ahead.entries()) if (await isWithout(ledger, id)) await ledger.planMeeting(id, { ...at(onWeekday(addDays(today, 6 + 5 * n))), kind: 'ansvarsgruppemote' }, actor);
  if (held === undefined || !(await isWithout(ledger, held))) return;
  const { id: meeting } = await ledger.planMeeting(held, { ...at(onWeekday(addDays(today, -20))), kind: 'ansvarsgruppemote' }, actor);
  const came = (await ledger.meetings(held)).find(({ id }) => id === meeting)!.participants.map(({ id }) => id);
  await ledger.holdMeeting(held, meeting, { attended: came }, actor);
  await ledger.addMinutes(held, meeting, 'Kommunen følger opp tilrettelegging hjemme. Fastlegen tar kontakt hver tredje måned. Neste møte avtales om et halvt år.', actor);
}

const isWithout = async (ledger: Ledger, pathwayId: string): Promise<boolean> => (await ledger.meetings(pathwayId)).length === 0;

const notes = ['Ønsker time på formiddagen, og helst på video.', 'Pårørende ringte og spurte når møtet blir. Lovet å gi beskjed.', 'Tåler ikke sterkt lys. Bruk det lille møterommet.'];

async function loadNotes({ ledger, about }: Work): Promise<void> {
  const patients = about('venter på oppstart, time avtalt', 'svært alvorlig syk', ...inFollowUp);
  for (const [n, text] of notes.entries()) {
    const id = patients[n * 3];
    if (id !== undefined && (await ledger.notes(id)).length === 0) await ledger.addNote(id, { text, visibleTo: ['coordinator', 'clinician'] }, actor);
  }
}

/** Two lines of each plan have somebody and a date: one that is past, one that is ahead. */
async function loadPlans({ ledger, today, about }: Work): Promise<void> {
  for (const id of about('svært alvorlig syk', 'ung voksen i oppfølging').slice(0, 5)) {
    const plans = await ledger.carePlans(id);
    const missing = plans.find((plan) => plan.missing);
    if (missing === undefined || plans.some((plan) => plan.id !== null)) continue;
    await ledger.beginCarePlan(id, missing.plan, actor);
    const { items } = (await ledger.carePlans(id)).find(({ plan }) => plan === missing.plan)!;
    const open = items.filter(({ state }) => state === 'not-begun').slice(0, 2);
    for (const [n, { item, owner }] of open.entries()) {
      await ledger.setPlanItem(id, missing.plan, item, { state: 'agreed', owner, person: 'Turid Molteåsen', dueOn: addDays(today, n === 0 ? -4 : 14), note: null }, actor);
    }
  }
}

const course = (title: string, places: number, days: readonly OsloDate[]): CourseInput => ({
  kind: 'lms-kurs', title, audience: 'Pasienter med CFS/ME og en pårørende hver', place: 'Lyngfjell sykehus, møterom Rogn', videoUrl: null, places, answerDays: 14, sessions: days.map((date) => ({ date, from: '10:00', to: '13:00' })),
});

/** One course that is full, with a waiting line, and one under way, with attendance. */
async function loadCourses({ ledger, region, today, about }: Work): Promise<void> {
  const hospital = region.get('utmattelse')!.id;
  const willing = about(...inFollowUp, 'nær revurdering av diagnosen');
  if (willing.length < 4 || (await ledger.courses({ organisationIds: [hospital], past: true })).length > 0) return;
  const full = await ledger.createCourse(course('Å leve med CFS/ME, gruppe 2', 2, [onWeekday(addDays(today, 35)), onWeekday(addDays(today, 42))]), hospital, actor);
  const begun = await ledger.createCourse(course('Å leve med CFS/ME, gruppe 1', 8, [onWeekday(addDays(today, -4)), onWeekday(addDays(today, 11))]), hospital, actor);
  const offers: string[] = [];
  for (const [n, id] of willing.entries()) {
    const { id: courseId } = n % 2 === 0 ? full : begun;
    const offered = await unlessRefused(() => ledger.offerCourse(courseId, id, { answerBy: addDays(today, 10) }, [hospital], actor));
    if (offered?.state === 'offered' && courseId === begun.id) offers.push(offered.id);
    if (n === 9) break;
  }
  for (const [n, offer] of offers.entries()) {
    if ((await unlessRefused(() => ledger.stepOffer(offer, 'accepted', {}, actor))) !== null) await ledger.recordAttendance(offer, begun.sessions[0]!.id, n === 1 ? 'excused' : 'present', actor);
  }
}

/** A patient whom the definition does not offer this is passed over. */
async function unlessRefused<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CommandNotDone) return null;
    throw error;
  }
}

/** The clinics' time for the weeks ahead, and some appointments, as the hospital's record system would send them. */
async function loadCalendar({ ledger, region, today, about }: Work): Promise<void> {
  const journal: Actor = { kind: 'integration', id: 'demojournal', organisationId: region.get('sykehus')!.id };
  const told = { source: 'urn:forlop:demojournal', version: '1', versionAt: instant(addDays(today, -1), '06:00') };
  if ((await ledger.calendarWeeks({ weeks: 8 })).rows.some(({ capacity }) => capacity !== null)) return;
  for (const key of ['utmattelse', 'barn', 'smerte'] as const) {
    const { reshId } = region.get(key)!;
    for (let week = 0; week < 8; week += 1) {
      // The nearest weeks are nearly full.
      const free = Math.min(5, week);
      await ledger.mirrorCapacity({ ...told, externalId: `${key}-${week}`, organisation: { system: systems.reshId, value: reshId! }, on: addDays(today, 7 * week + 1), serviceType: 'oppstart', freeMinutes: 60 * free, busyMinutes: 60 * (8 - free), freePlaces: free, busyPlaces: 8 - free }, journal);
    }
  }
  for (const [n, id] of about('voksen i utredning', 'barn i utredning').slice(0, 4).entries()) {
    const { patient } = await ledger.patientView(id);
    if (patient.identifier === null) continue;
    const on = onWeekday(addDays(today, 4 + 3 * n));
    await ledger.mirrorAppointment({
      ...told, externalId: `time-${n}`, organisation: { system: systems.reshId, value: region.get('utmattelse')!.reshId! }, patient: patient.identifier, startsAt: instant(on, '09:00'), endsAt: instant(on, '10:00'), kind: 'undersokelse', status: 'booked', cause: null, madeOn: addDays(today, -6),
    }, journal);
  }
}

/** Answers from offices whose message names nothing that was sent from here. */
async function loadMessages({ ledger, region }: Work): Promise<void> {
  const { herId } = region.get('utmattelse')!;
  if (herId === undefined) return;
  const said = ['Pasienten har fått time hos oss torsdag. Sender epikrise etterpå.', 'Dette er ikke min pasient. Hun byttet fastlege i høst.'];
  for (const [n, text] of said.entries()) {
    await ledger.keepUnmatched({ channel: 'dialogmelding', externalId: `demo-${n}`, code: 'unknown-message', kind: 'dialogmelding', senderHerId: '8099101', receiverHerId: herId, text, content: Buffer.from(text).toString('base64') });
  }
}
