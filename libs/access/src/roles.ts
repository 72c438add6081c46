/**
 * The roles that people and systems act in. A person may hold several, each for an organisation; what one of them allows
 * is allowed.
 */
export const roles = [
  'coordinator',
  'clinician',
  'fastlege',
  'lms',
  'local-contact',
  'auditor',
  'governance',
  'user-representative',
  'administrator',
  'system',
] as const;

export type Role = (typeof roles)[number];

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);

/** Roles that look after no patients: they hold for the whole house, the others for an organisation and all below it. */
export const houseRoles: readonly Role[] = ['administrator', 'governance', 'user-representative'];

/** What people call the role, in bokmål. */
export const roleTitles: Readonly<Record<Role, string>> = {
  coordinator: 'Forløpskoordinator',
  clinician: 'Behandler',
  fastlege: 'Fastlege',
  lms: 'Lærings- og mestringstjenesten',
  'local-contact': 'Kontakt i kommune eller skole',
  auditor: 'Revisor',
  governance: 'Fagråd',
  'user-representative': 'Brukerrepresentant',
  administrator: 'Administrator',
  system: 'System',
};

/** Roles that are given to people by an administrator. What a system may do follows from the scopes of its token. */
export const personRoles = roles.filter((role): role is Exclude<Role, 'system'> => role !== 'system');
