/**
 * What can be asked of the system. Every endpoint names one (`@Allows`), and the policy says which roles have it.
 * The names are permanent: they stand in the access log.
 */
export const actions = [
  // Patients
  'worklist.read',
  'patient.search',
  'pathway.read',
  'pathway.timeline',
  'pathway.explain',
  'pathway.command',
  'pathway.record',
  'pathway.correct',
  'pathway.move',
  'pathway.mode',
  'pathway.owners',
  'pathway.contacts',
  'pathway.participants',
  'pathway.transfer',
  'pathway.block',
  'obligation.confirm',
  'reminders.read',
  'reminders.export',
  'quarantine.read',
  'quarantine.release',
  'referral.create',
  'referral.receive',
  'break-glass.use',
  'break-glass.read',
  'erasure.request',
  'erasure.carry-out',
  'erasure.read',
  'erasure.hold',
  'erasure.lift-hold',
  'retention.read',
  'access-log.patient',
  'access-log.search',
  // The house
  'rules.read',
  'organisations.read',
  'organisations.write',
  'settings.read',
  'settings.write',
  'role-grants.read',
  'role-grants.write',
  'codec.decode',
  'me.read',
  'me.sessions',
  'sessions.end',
] as const;

export type Action = (typeof actions)[number];
