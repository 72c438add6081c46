import type { Action } from './actions.js';
import { roles, type Role } from './roles.js';

/**
 * How far a grant reaches.
 * `unit`: patients whose pathway the actor's organisation, or one below it, is on today.
 * `own`: patients that the actor is the named doctor or contact of.
 * `step`: as `own`, and only while the pathway is in a step that the contact takes part in.
 * `pseudonymous`: as `unit`, without what identifies a person and without free text.
 * `house`: no patient is involved.
 */
export type Reach = 'unit' | 'own' | 'step' | 'pseudonymous' | 'house';

/** What one role may do. An action that is not named is refused. */
export type RolePolicy = Partial<Readonly<Record<Action, Reach>>>;

const everybody: RolePolicy = { 'rules.read': 'house', 'me.read': 'house', 'me.sessions': 'house' };

/**
 * The policy: the one place that says who may do what. Reasons where they are not plain:
 * - Nobody searches for a person but those who care for patients: a search is itself health data.
 * - The administrator runs the house and sees no patient; carrying out an erasure shows none.
 * - An erasure is asked for by someone who cares for the patient and carried out by someone else. Both see what waits and what stands in
 *   its way, as ids and rules. Whoever treats may hold it back; letting go of what was held is for those who may ask.
 * - Auditors judge frister, not people: no name, number or free text. What workflows carry is of that kind, and so it is theirs to open, and
 *   not the administrator's, who sees no patient.
 * - What kept and broken frister add up to is for those whose patients they are and those who audit them; whoever sees no patient is given all of it
 *   with small numbers hidden, and cannot open a number. Its lines are organisations', so whoever reads it may read what those are called.
 * - Reports that are made by themselves are for those who may open a number too: what is kept and told of is whole, for one organisation and those below.
 * - Which record systems are posted reminders is the house's: the administrator registers them, sees how it goes in numbers, and no reminder.
 * - Who took history in, from which file and how many it came to, tells of no patient: it is for whoever runs the house, and whoever audits the numbers that rest on it.
 * - What came in and belongs to nothing may name somebody whom nobody here treats: the coordinators of the organisation that it was sent to see it, and nobody else.
 */
export const policy: Readonly<Record<Role, RolePolicy>> = {
  coordinator: {
    ...everybody,
    'worklist.read': 'unit',
    'worklist.bulk': 'unit',
    'worklist.export': 'unit',
    'views.own': 'unit',
    'colleagues.read': 'unit',
    'referrals.inbox': 'unit',
    'findings.read': 'unit',
    'findings.care': 'unit',
    'notes.read': 'unit',
    'notes.write': 'unit',
    'patient.search': 'unit',
    'pathway.read': 'unit',
    'pathway.timeline': 'unit',
    'pathway.explain': 'unit',
    'pathway.command': 'unit',
    'pathway.record': 'unit',
    'pathway.correct': 'unit',
    'pathway.move': 'unit',
    'pathway.mode': 'unit',
    'pathway.owners': 'unit',
    'pathway.contacts': 'unit',
    'pathway.participants': 'unit',
    'pathway.transfer': 'unit',
    'pathway.block': 'unit',
    'obligation.confirm': 'unit',
    'reminders.read': 'unit',
    'reminders.steer': 'unit',
    'reminders.export': 'unit',
    'receivers.read': 'unit',
    'receivers.write': 'unit',
    'unmatched.read': 'unit',
    'unmatched.write': 'unit',
    'appointments.read': 'unit',
    'appointments.request': 'unit',
    'calendar.read': 'unit',
    'calendar.mirror': 'unit',
    'quarantine.read': 'unit',
    'quarantine.release': 'unit',
    'referral.create': 'unit',
    'break-glass.use': 'unit',
    'break-glass.read': 'unit',
    'erasure.request': 'unit',
    'erasure.read': 'unit',
    'erasure.hold': 'unit',
    'erasure.lift-hold': 'unit',
    'retention.read': 'unit',
    'access-log.patient': 'unit',
    'pathway-map.read': 'unit',
    'compliance.read': 'unit',
    'compliance.open': 'unit',
    'compliance.schedule': 'unit',
    'forecast.read': 'unit',
    'rehearsals.play': 'house',
    'organisations.read': 'house',
    'settings.read': 'house',
    'courses.read': 'unit',
    'courses.write': 'unit',
    'courses.offer': 'unit',
    'meetings.read': 'unit',
    'meetings.write': 'unit',
    'plans.read': 'unit',
    'plans.write': 'unit',
  },
  clinician: {
    ...everybody,
    'worklist.read': 'unit',
    'views.own': 'unit',
    'colleagues.read': 'unit',
    'referrals.inbox': 'unit',
    'findings.read': 'unit',
    'notes.read': 'unit',
    'notes.write': 'unit',
    'patient.search': 'unit',
    'pathway.read': 'unit',
    'pathway.timeline': 'unit',
    'pathway.explain': 'unit',
    'pathway.command': 'unit',
    'pathway.record': 'unit',
    'pathway.correct': 'unit',
    'pathway.contacts': 'unit',
    'pathway.block': 'unit',
    'obligation.confirm': 'unit',
    'reminders.read': 'unit',
    'reminders.steer': 'unit',
    'appointments.read': 'unit',
    'appointments.request': 'unit',
    'calendar.read': 'unit',
    'referral.create': 'unit',
    'break-glass.use': 'unit',
    'erasure.hold': 'unit',
    'access-log.patient': 'unit',
    'pathway-map.read': 'unit',
    'organisations.read': 'house',
    'courses.read': 'unit',
    'courses.offer': 'unit',
    'meetings.read': 'unit',
    'meetings.write': 'unit',
    'plans.read': 'unit',
    'plans.write': 'unit',
  },
  fastlege: {
    ...everybody,
    'worklist.read': 'own',
    'notes.read': 'own',
    'pathway.read': 'own',
    'pathway.timeline': 'own',
    'pathway.explain': 'own',
    'pathway.command': 'own',
    'appointments.read': 'own',
    'receivers.own': 'own',
    'meetings.read': 'own',
    'plans.read': 'own',
  },
  lms: {
    ...everybody,
    'worklist.read': 'step',
    'pathway.read': 'step',
    'pathway.command': 'step',
    'courses.read': 'step',
    'courses.write': 'step',
    'courses.offer': 'step',
  },
  'local-contact': {
    ...everybody,
    'worklist.read': 'step',
    'pathway.read': 'step',
  },
  auditor: {
    ...everybody,
    'worklist.read': 'pseudonymous',
    'pathway.read': 'pseudonymous',
    'pathway.timeline': 'pseudonymous',
    'pathway.explain': 'pseudonymous',
    'reminders.read': 'pseudonymous',
    'calendar.read': 'pseudonymous',
    'what-if.run': 'pseudonymous',
    'forecast.read': 'pseudonymous',
    'pathway-map.read': 'pseudonymous',
    'compliance.read': 'pseudonymous',
    'compliance.open': 'pseudonymous',
    'compliance.schedule': 'pseudonymous',
    'break-glass.read': 'pseudonymous',
    'access-log.search': 'pseudonymous',
    'codec.decode': 'pseudonymous',
    'imports.read': 'house',
    'organisations.read': 'house',
  },
  governance: { ...everybody, 'pathway-map.read': 'house', 'compliance.read': 'house', 'rehearsals.play': 'house', 'organisations.read': 'house' },
  'user-representative': { ...everybody, 'pathway-map.read': 'house', 'compliance.read': 'house', 'organisations.read': 'house' },
  administrator: {
    ...everybody,
    'imports.read': 'house',
    'organisations.read': 'house',
    'organisations.write': 'house',
    'settings.read': 'house',
    'settings.write': 'house',
    'role-grants.read': 'house',
    'role-grants.write': 'house',
    'webhooks.read': 'house',
    'webhooks.write': 'house',
    'sessions.end': 'house',
    'erasure.carry-out': 'house',
    'erasure.read': 'house',
    'retention.read': 'house',
  },
  system: {
    'rules.read': 'house',
    'me.read': 'house',
    'referral.receive': 'unit',
    'calendar.mirror': 'unit',
    'referral.create': 'unit',
    'worklist.read': 'unit',
    'pathway.read': 'unit',
    'pathway.timeline': 'unit',
    'pathway.record': 'unit',
  },
};

/** The roles of people that may do this, for telling whoever may not. */
export const holdersOf = (action: Action): readonly Role[] => roles.filter((role) => role !== 'system' && policy[role][action] !== undefined);

/**
 * Roles with the one that nobody gives: whoever is in the register of health personnel is the fastlege of the patients who name her as theirs.
 * Not where she acts in a role that takes part in single steps: a physiotherapist who leads a course is not her patients' doctor.
 */
export function withRegistered(granted: readonly Role[], isRegistered: boolean): readonly Role[] {
  const takesPart = granted.some((role) => policy[role]['pathway.read'] === 'step');
  return isRegistered && !takesPart ? [...granted, 'fastlege'] : granted;
}

/** The scope that a system's token must hold for an action; an action without one is not for systems. */
export const systemScopes: Partial<Readonly<Record<Action, string>>> = {
  'rules.read': 'forlop:rules.read',
  'me.read': 'forlop:rules.read',
  'referral.receive': 'forlop:referral.write',
  'calendar.mirror': 'forlop:calendar.write',
  'referral.create': 'forlop:referral.write',
  'worklist.read': 'forlop:pathway.read',
  'pathway.read': 'forlop:pathway.read',
  'pathway.timeline': 'forlop:pathway.read',
  'pathway.record': 'forlop:fact.write',
};

/**
 * What a role may do of what the pathways' definitions leave to somebody: the roles there that it acts in, and whether it may also
 * do what they leave to nobody in particular.
 */
export const actsAs: Partial<Readonly<Record<Role, { readonly roles: readonly string[]; readonly alsoUnnamed: boolean }>>> = {
  coordinator: { roles: ['koordinator', 'mottak'], alsoUnnamed: true },
  clinician: { roles: ['vurderer', 'behandler', 'spesialist', 'barneavdeling', 'tredjelinje'], alsoUnnamed: true },
  fastlege: { roles: ['fastlege', 'henviser'], alsoUnnamed: false },
  lms: { roles: ['lms'], alsoUnnamed: false },
};

/** How somebody acts in several roles at once. */
export function actingAs(roles: readonly Role[]): { readonly roles: readonly string[]; readonly alsoUnnamed: boolean } {
  const held = roles.flatMap((role) => actsAs[role] ?? []);
  return { roles: [...new Set(held.flatMap((one) => one.roles))], alsoUnnamed: held.some((one) => one.alsoUnnamed) };
}
