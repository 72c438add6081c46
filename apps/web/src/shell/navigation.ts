import type messages from './messages.nb.json';

/** An entry of the header's navigation. */
export interface NavigationEntry {
  readonly to: '/' | '/henvisninger' | '/avvik' | '/mine-pasienter' | '/kapasitet' | '/kurs' | '/forlopskart' | '/revisjon' | '/ov' | '/administrasjon' | '/hjelp';
  /** Its name, in the shell's messages. */
  readonly name: keyof typeof messages & `nav${string}`;
  /** Shown to those who may do this (docs/access.md). */
  readonly action: string;
  /** The digit that goes there: letters are the screens' own, and the digits are not enough for all. */
  readonly key?: string;
}

/** In the order in which they stand. A new screen adds its line, and its path to `to`. */
export const navigation: readonly NavigationEntry[] = [
  { to: '/', name: 'navWorklist', action: 'worklist.read', key: '1' },
  { to: '/henvisninger', name: 'navReferrals', action: 'referrals.inbox', key: '2' },
  { to: '/avvik', name: 'navFindings', action: 'findings.care', key: '3' },
  { to: '/mine-pasienter', name: 'navMyPatients', action: 'receivers.own', key: '4' },
  { to: '/kapasitet', name: 'navCapacity', action: 'calendar.read', key: '5' },
  { to: '/kurs', name: 'navCourses', action: 'courses.read', key: '6' },
  { to: '/forlopskart', name: 'navMap', action: 'pathway-map.read', key: '7' },
  { to: '/revisjon', name: 'navRevision', action: 'compliance.read' },
  { to: '/ov', name: 'navRehearse', action: 'rehearsals.play', key: '8' },
  { to: '/administrasjon', name: 'navAdmin', action: 'role-grants.read', key: '9' },
  { to: '/hjelp', name: 'navHelp', action: 'me.read', key: '0' },
];
