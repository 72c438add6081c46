import { systems } from '@forlop/contracts';
import { assessReferral } from '../both/assess-referral.js';
import { allTests } from '../both/patient.js';
import type { Telling } from '../both/story-of.js';
import { waitForStart } from '../both/wait-for-start.js';
import { assessPatient } from './assess-patient.js';
import { followUp } from './follow-up.js';
import { handOver } from './hand-over.js';

/** Long-lasting fatigue, from referral to years of follow-up (DOMAIN §4). */
export const fatigue: Telling = {
  chapters: [assessReferral, waitForStart, assessPatient, handOver, followUp],
  receiver: (isChild) => (isChild ? 'barn' : 'utmattelse'),
  referral: ({ severity, functionLoss, troubles }, isChild, random) => ({
    priority: severity === 'svaert-alvorlig' ? 'urgent' : 'routine',
    reasonCodes: [{ system: systems.icpc2, code: 'A04', display: 'Slapphet/tretthet' }],
    ...(!isChild && { grounds: random.pick(['usikker-diagnose', 'usikker-etter-konferering', 'pasienten-aksepterer-ikke'] as const) }),
    functionLossPercent: functionLoss,
    severity,
    testsDone: troubles.has('mangler-prover') ? allTests.slice(0, 2) : [...allTests],
    text: 'Oppdiktet henvisning: økende utmattelse de siste månedene, forverring etter anstrengelse.',
    definition: 'langvarig-utmattelse',
  }),
};
