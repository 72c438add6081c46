import { REFERRAL_PROFILE } from '@forlop/fhir';
import type { CapabilityStatement } from '@medplum/fhirtypes';
import { FHIR } from '../tokens.js';

/** What the FHIR door can do (R4, `GET [base]/metadata`). */
export function capabilityStatement(publicUrl: string): CapabilityStatement {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: '2026-01-01',
    kind: 'instance',
    software: { name: 'Forløp', version: '0.1.0' },
    implementation: { description: 'Forløp: mottak av henvisninger', url: `${publicUrl}/${FHIR}` },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json'],
    rest: [
      {
        mode: 'server',
        documentation:
          'Henvisninger tas imot som ServiceRequest, eller som en Bundle med ServiceRequest, Patient, Practitioner og Organization sendt til basisadressen. Svaret er alltid en ' +
          'OperationOutcome: 201 når noe nytt er tatt inn, 200 når alt var mottatt før, og 422 når noe ikke kunne godtas. Det som ikke godtas, ligger i karantene og følges opp. ' +
          'Samme henvisning sendt på nytt gir ikke noe nytt.',
        resource: [
          {
            type: 'ServiceRequest',
            supportedProfile: [REFERRAL_PROFILE],
            documentation: 'Henvisning til spesialisthelsetjenesten.',
            interaction: [{ code: 'create', documentation: 'Tar imot en henvisning. Den kjennes igjen på identifikatoren sin.' }],
            conditionalCreate: false,
          },
          ...(['Appointment', 'Slot'] as const).map((type) => ({
            type,
            documentation: 'Sykehusets timebok, som speiles her. Mange på en gang sendes til $mirror-calendar.',
            interaction: [{ code: 'create' as const }, { code: 'update' as const }],
            conditionalCreate: false,
          })),
        ],
        operation: [{ name: 'mirror-calendar', definition: 'urn:forlop:operation:mirror-calendar', documentation: 'Tar imot en Bundle med Appointment, Slot og Schedule.' }],
      },
    ],
  };
}
