import { syntheticOrganisasjonsnummer, systems, type ReferralOrganisation } from '@forlop/contracts';
import type { OrganisationInput } from '@forlop/ledger';

/** An organisation of the synthetic region; `parent` is the key of the one above it. */
export interface SyntheticOrganisation extends Omit<OrganisationInput, 'parentId'> {
  readonly key: OrganisationKey;
  readonly parent?: OrganisationKey;
}

export type OrganisationKey = 'region' | 'sykehus' | 'utmattelse' | 'barn' | 'smerte' | 'nabosykehus' | 'nabopoliklinikk' | 'legesenter' | 'fjordlegene' | 'kommune' | 'helfo';

const numbered = (serial: number) => ({ orgNumber: syntheticOrganisasjonsnummer(serial) });

/** Parents stand before their children. Everything is invented; nobody has the addresses (RFC 2606). */
export const syntheticOrganisations: readonly SyntheticOrganisation[] = [
  { key: 'region', kind: 'region', name: 'Helse Lyngfjell (oppdiktet)', ...numbered(0) },
  { key: 'sykehus', kind: 'hospital', parent: 'region', name: 'Lyngfjell sykehus', ...numbered(1), email: 'postmottak@lyngfjell.example' },
  { key: 'utmattelse', kind: 'unit', parent: 'sykehus', name: 'Lyngfjell sykehus, poliklinikk for langvarig utmattelse', ...numbered(2), reshId: '99000001', herId: '8099001', email: 'utmattelse@lyngfjell.example' },
  { key: 'barn', kind: 'unit', parent: 'sykehus', name: 'Lyngfjell sykehus, barneavdelingen', ...numbered(3), reshId: '99000002', email: 'barn@lyngfjell.example' },
  { key: 'smerte', kind: 'unit', parent: 'sykehus', name: 'Lyngfjell sykehus, smerteklinikken', ...numbered(4), reshId: '99000003', email: 'smerte@lyngfjell.example' },
  { key: 'nabosykehus', kind: 'hospital', parent: 'region', name: 'Tåkefjord sykehus', ...numbered(5), email: 'postmottak@takefjord.example' },
  { key: 'nabopoliklinikk', kind: 'unit', parent: 'nabosykehus', name: 'Tåkefjord sykehus, medisinsk poliklinikk', ...numbered(6), reshId: '99000004', email: 'poliklinikk@takefjord.example' },
  { key: 'legesenter', kind: 'practice', name: 'Rognebakken legesenter', ...numbered(7), email: 'post@rognebakken.example' },
  { key: 'fjordlegene', kind: 'practice', name: 'Fjordlegene Tåkefjord', ...numbered(8), email: 'post@fjordlegene.example' },
  { key: 'kommune', kind: 'municipality', name: 'Lyngfjell kommune', ...numbered(9), email: 'helse@lyngfjell-kommune.example' },
  { key: 'helfo', kind: 'helfo', name: 'Helfo (oppdiktet mottak)', ...numbered(10), email: 'fristbrudd@helfo.example' },
];

/** The organisation as a referral names it. */
export function referredTo(key: OrganisationKey): ReferralOrganisation {
  const { name, reshId, orgNumber } = syntheticOrganisations.find((organisation) => organisation.key === key)!;
  return reshId === undefined ? { system: systems.organisasjonsnummer, value: orgNumber!, name } : { system: systems.reshId, value: reshId, name };
}
