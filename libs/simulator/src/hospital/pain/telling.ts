import { systems } from '@forlop/contracts';
import { assessReferral } from '../both/assess-referral.js';
import type { Telling } from '../both/story-of.js';
import { waitForStart } from '../both/wait-for-start.js';
import { assessPain, consent, followPain } from './treat.js';

/** Long-lasting pain: clinic, group programme, and what the patient reports over five years. */
export const pain: Telling = {
  chapters: [assessReferral, consent, waitForStart, assessPain, followPain],
  receiver: () => 'smerte',
  referral: () => ({
    priority: 'routine',
    reasonCodes: [{ system: systems.icpc2, code: 'A01', display: 'Smerte generell/flere steder' }],
    text: 'Oppdiktet henvisning: smerter i flere deler av kroppen i over to år.',
    definition: 'langvarig-smerte',
  }),
};
