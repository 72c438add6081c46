import type { AddressProtection, RegisteredAddress, RegisteredDeath, RegisteredPerson } from '../ports.js';
import { dateAsWritten, osloDateOfTime } from '../registry-dates.js';
import type { PersonDocument } from './person-schema.js';

const protections: Readonly<Record<string, AddressProtection>> = {
  Unclassified: 'ugradert', ClientAddress: 'klientadresse', Confidential: 'fortrolig', StrictlyConfidential: 'strengtFortrolig',
};
/** From open to closed: of two that hold at once the closed one counts. */
const order: readonly AddressProtection[] = ['ugradert', 'klientadresse', 'fortrolig', 'strengtFortrolig'];

interface Dated {
  readonly isValid?: boolean | null | undefined;
}
type Address = NonNullable<PersonDocument['residentialAddress']>[number];

const holds = ({ isValid }: Dated): boolean => isValid !== false;
const current = <T extends Dated>(list: readonly T[] | null | undefined): T | undefined => list?.find(holds);

/** Reads a person out of Persontjenesten's document. */
export function personOf(document: PersonDocument): RegisteredPerson {
  const name = current(document.name);
  const address = current(document.residentialAddress);
  return {
    registryId: document.id,
    personNumber: current(document.norwegianIdentificationNumber)?.identificationNumber ?? null,
    name: name?.familyName == null ? null : { given: [name.givenName, name.middleName].filter(Boolean).join(' '), family: name.familyName },
    death: deathOf(document),
    protection: protectionOf(document, address),
    address: address === undefined ? null : addressOf(address),
  };
}

/** A death that was taken back is marked as not holding. Somebody can be registered as dead without a date. */
function deathOf({ death, status }: PersonDocument): RegisteredDeath | null {
  const isStatusDead = current(status)?.status === 'Deceased';
  if (death == null || !holds(death)) return isStatusDead ? { on: null, registeredOn: null } : null;
  return { on: dateAsWritten(death.deceasedDate), registeredOn: osloDateOfTime(death.registeredAt ?? death.validFrom) };
}

/** The person's level, or that of the address she has: whichever closes more. */
function protectionOf({ addressProtection }: PersonDocument, address: Address | undefined): AddressProtection {
  const levels = [...(addressProtection ?? []).filter(holds).map(({ protectionLevel }) => protectionLevel), address?.addressConfidentiality]
    .flatMap((level) => (level == null ? [] : [protections[level]!]));
  return levels.reduce<AddressProtection>((highest, level) => (order.indexOf(level) > order.indexOf(highest) ? level : highest), 'ugradert');
}

function addressOf({ streetAddress: street, cadastralAddress: cadastral, unknownResidence, moveDate }: Address): RegisteredAddress | null {
  const place = street ?? cadastral;
  const municipality = place?.municipalityNumber ?? unknownResidence?.municipalityNumber ?? null;
  if (place == null && municipality === null) return null;
  const number = `${street?.addressNumber?.houseNumber ?? ''}${street?.addressNumber?.houseLetter ?? ''}`;
  const road = [street?.addressName ?? '', number].filter((part) => part !== '').join(' ');
  return {
    lines: [place?.coAddressName, place?.addressAdditionalName, road].filter((line): line is string => line != null && line !== ''),
    postalCode: place?.city?.postalCode ?? null,
    city: place?.city?.cityName ?? null,
    municipality,
    movedOn: osloDateOfTime(moveDate),
  };
}
