import type messages from './messages.nb.json';

/** An entry of the header's navigation. */
export interface NavigationEntry {
  readonly to: '/' | '/henvisninger' | '/avvik' | '/mine-pasienter' | '/administrasjon';
  /** Its name, in the shell's messages. */
  readonly name: keyof typeof messages & `nav${string}`;
  /** Shown to those who may do this (docs/access.md). */
  readonly action: string;
  /** The letter that goes there. */
  readonly key: string;
}

/** In the order in which they stand. A new screen adds its line, and its path to `to`. */
export const navigation: readonly NavigationEntry[] = [
  { to: '/', name: 'navWorklist', action: 'worklist.read', key: 'a' },
  { to: '/henvisninger', name: 'navReferrals', action: 'referrals.inbox', key: 'h' },
  { to: '/avvik', name: 'navFindings', action: 'findings.care', key: 'k' },
  { to: '/mine-pasienter', name: 'navMyPatients', action: 'receivers.own', key: 'm' },
  { to: '/administrasjon', name: 'navAdmin', action: 'role-grants.read', key: 'd' },
];
