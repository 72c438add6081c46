import type { Dialognotat } from '@forlop/dialogmelding';

/** A reminder to an invented doctor of an invented patient (synthetic fødselsnummer: month + 80). */
export const message: Dialognotat = {
  messageId: 'digest-7f3a1c',
  generatedAt: '2026-03-29T01:30:00.250Z',
  sender: {
    organisation: { name: 'Fjordbyen sykehus HF', herId: '8200001', organisationNumber: '999000111' },
    department: { name: 'Koordinerende enhet', herId: '8200002', organisationNumber: null },
    professional: null,
  },
  receiver: {
    organisation: { name: 'Bakken & Dal legesenter', herId: '8300001', organisationNumber: '999000222' },
    professional: { givenName: 'Åse', middleName: null, familyName: 'Øvrebø', hprNumber: '9144889', herId: '8300011' },
  },
  patient: { givenName: 'Kari', middleName: 'Prøve', familyName: 'Nordmann', personNumber: '13887512345' },
  subject: 'Påminnelse: svar på blodprøver',
  text: 'Prøvene fra 2. mars er < 14 dager gamle & venter på vurdering.\n\nReferanse: FRL-4K7D-92QX',
  reference: 'FRL-4K7D-92QX',
  conversation: null,
};

export const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
