import type { Cohort, DelayCause, Split } from '@forlop/compliance';

/** What is said of a report in words; codes of a definition's own are shown as they are. */
export const cohortWords: Readonly<Record<Cohort, string>> = {
  started: 'etter når fristen startet',
  due: 'etter når fristen forfalt',
  ended: 'etter når fristen ble møtt eller avsluttet',
};

export const splitWords: Readonly<Record<Split, string>> = { version: 'Versjon', variant: 'Variant', step: 'Steg' };

/** Why a frist is outside; what is not here is a definition's own word. */
const reasonWords: Readonly<Record<string, string>> = {
  'passed-by-patient': 'passert på pasientens side',
  'no-limit': 'ingen frist, bare ventetid',
  lapsed: 'rett som falt bort',
  death: 'dødsfall',
  'pathway-closed': 'forløpet ble avsluttet',
  moved: 'flyttet til en annen definisjon',
  ended: 'avsluttet',
};
export const reasonWord = (reason: string): string => reasonWords[reason] ?? reason.replaceAll('-', ' ');

const causeWords: Readonly<Record<DelayCause, string>> = {
  capacity: 'kapasitet (8446: 1)',
  'did-not-attend': 'pasienten møtte ikke (8446: 21)',
  'patient-wish': 'pasientens eget ønske (8446: 22)',
  medical: 'medisinske årsaker hos pasienten (8446: 3)',
  'next-place-capacity': 'kapasitet ved neste behandlingssted (8446: 4)',
  'declined-elsewhere': 'takket nei til foretakets tilbud et annet sted (8446: 5)',
  'declined-helfo': 'takket nei til Helfos tilbud (8446: 6)',
  'other-code': 'en kode som 8446 ikke har',
  'not-stated': 'ikke oppgitt',
};
export const causeWord = (cause: string): string => causeWords[cause as DelayCause] ?? cause;

const signalWords: Readonly<Record<string, string>> = { 'beyond-limits': 'utenfor grensene', run: 'åtte på samme side', trend: 'seks stigende eller fallende' };
export const signalWord = (signal: string): string => signalWords[signal] ?? signal;

const verdictWords: Readonly<Record<string, string>> = {
  within: 'kan være tilfeldig',
  'outside-95-low': 'under 95 %-grensen', 'outside-95-high': 'over 95 %-grensen',
  'outside-998-low': 'under 99,8 %-grensen', 'outside-998-high': 'over 99,8 %-grensen',
};
export const verdictWord = (verdict: string): string => verdictWords[verdict] ?? verdict;

/** What stands where small numbers are hidden. */
export const hidden = 'skjult';
