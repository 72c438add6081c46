import type { OsloDate } from '@forlop/calendar';
import type { RegistryHttp } from '../http/registry-http.js';
import type { GpContract, GpOffice, ListDoctor } from '../ports.js';
import { osloDateOfTime } from '../registry-dates.js';
import { child, descend, textOf, type XmlElement } from './xml.js';

/** Kind of tie between a doctor and a list (code list 7750): a stand-in; `LPFL` is the fastlege. */
const standIn = 'LPVI';

/** Reads a `PatientToGPContractAssociation`. @throws RegistryError `nonsense`. */
export function contractOf(http: RegistryHttp, association: XmlElement, personNumber: string, day: OsloDate): GpContract {
  const required = <T>(value: T | null, name: string): T => {
    if (value === null) throw http.error('nonsense', name);
    return value;
  };
  const contract = child(association, 'GPContract');
  // Somebody else's doctor is worse than none.
  const whose = textOf(association, 'PatientNIN');
  if (whose !== null && whose !== personNumber) throw http.error('nonsense', 'PatientNIN');
  const doctors = (descend(association, 'DoctorCycles')?.children ?? []).map((cycle) => doctorOf(cycle, required));
  return {
    contractId: required(textOf(association, 'GPContractId') ?? textOf(contract, 'Id'), 'GPContractId'),
    from: required(time(association, 'Period', 'From'), 'Period.From'),
    to: time(association, 'Period', 'To'),
    shared: textOf(contract, 'ParticipatesOnCommonList') === 'true',
    gpHerId: textOf(association, 'GPHerId'),
    doctors: doctors.filter(({ from, to }) => from <= day && (to === null || day < to)),
    office: officeOf(contract),
  };
}

function doctorOf(cycle: XmlElement, required: <T>(value: T | null, name: string) => T): ListDoctor {
  const name = ['FirstName', 'MiddleName', 'LastName'].flatMap((part) => textOf(cycle, 'GP', part) ?? []).join(' ');
  const substitutesFor = textOf(cycle, 'SubstituteForHprNumber');
  return {
    hprNumber: required(textOf(cycle, 'HprNumber'), 'DoctorCycles.HprNumber'),
    name: name === '' ? null : name,
    role: substitutesFor !== null || textOf(cycle, 'Relationship', 'CodeValue') === standIn ? 'vikar' : 'fastlege',
    substitutesFor,
    from: required(time(cycle, 'Valid', 'From'), 'DoctorCycles.Valid.From'),
    to: time(cycle, 'Valid', 'To'),
  };
}

function officeOf(contract: XmlElement | undefined): GpOffice | null {
  const office = child(contract, 'GPOffice');
  const orgNumber = textOf(office, 'OrganizationNumber') ?? textOf(contract, 'GPOfficeOrganizationNumber');
  const name = textOf(office, 'DisplayName') ?? textOf(office, 'Name');
  return orgNumber === null && name === null ? null : { name, orgNumber };
}

/** A time, written as a `DateTime` in older versions of the contracts and as a `DateTimeOffset` in newer. */
function time(element: XmlElement, ...names: readonly string[]): OsloDate | null {
  const found = descend(element, ...names);
  return osloDateOfTime(textOf(found, 'DateTime') ?? (found === undefined ? null : textOf(found)));
}
