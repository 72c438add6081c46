import { z } from 'zod';

/**
 * The parts of Persontjenesten's answers that we read, by the names of its OpenAPI. Nearly everything is optional there. An answer without
 * what we cannot do without is refused, and not taken for «nothing registered».
 */
const text = z.string().nullish();
const moment = { isValid: z.boolean().nullish(), registeredAt: text, validFrom: text, validTo: text };

const confidentiality = z.enum(['Unclassified', 'ClientAddress', 'Confidential', 'StrictlyConfidential']);
const city = z.object({ cityName: text, postalCode: text }).nullish();

const streetAddress = z.object({
  municipalityNumber: text,
  addressName: text,
  addressNumber: z.object({ houseNumber: z.union([z.string(), z.number()]).nullish(), houseLetter: text }).nullish(),
  addressAdditionalName: text,
  coAddressName: text,
  city,
});

const residentialAddress = z.object({
  ...moment,
  streetAddress: streetAddress.nullish(),
  cadastralAddress: z.object({ municipalityNumber: text, addressAdditionalName: text, coAddressName: text, city }).nullish(),
  unknownResidence: z.object({ municipalityNumber: text }).nullish(),
  addressConfidentiality: confidentiality.nullish(),
  moveDate: text,
});

export const personSchema = z.object({
  id: z.string().min(1),
  norwegianIdentificationNumber: z.array(z.object({ ...moment, identificationNumber: text })).nullish(),
  name: z.array(z.object({ ...moment, givenName: text, middleName: text, familyName: text })).nullish(),
  death: z.object({ ...moment, deceasedDate: text }).nullish(),
  status: z.array(z.object({ ...moment, status: text })).min(1),
  addressProtection: z.array(z.object({ ...moment, protectionLevel: confidentiality })).nullish(),
  residentialAddress: z.array(residentialAddress).nullish(),
});

export type PersonDocument = z.output<typeof personSchema>;

/** Sequence numbers are texts in one place and numbers in another. */
const sequence = z.union([z.number().int(), z.string().regex(/^\d{1,15}$/).transform(Number)]);

export const eventSchema = z.object({ sequenceNumber: sequence, personId: z.string().min(1), eventType: z.string().min(1) });
export const eventsSchema = z.object({ results: z.array(eventSchema).nullish() });
