/** The tabs for the work around the pathway; the words stand in the address (`?fane=moter`). */
export const workTabs = ['deltakere', 'moter', 'paminnelser', 'notater', 'planer', 'lms', 'timer', 'innsyn'] as const;
export type WorkTab = (typeof workTabs)[number];

export const isWorkTab = (word: unknown): word is WorkTab => workTabs.some((tab) => tab === word);

/** What a role must be allowed for the tab to be shown (docs/access.md). */
export const actionOf = {
  deltakere: 'pathway.read',
  moter: 'meetings.read',
  paminnelser: 'reminders.read',
  notater: 'notes.read',
  planer: 'plans.read',
  lms: 'courses.offer',
  timer: 'appointments.read',
  innsyn: 'access-log.patient',
} as const satisfies Record<WorkTab, string>;

/** Outcomes by which the access log can be filtered. */
export const outcomes = ['read', 'wrote', 'refused'] as const;
export type Outcome = (typeof outcomes)[number];

export const isOutcome = (word: unknown): word is Outcome => outcomes.some((outcome) => outcome === word);
