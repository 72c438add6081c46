import type { Ledger } from '@forlop/ledger';
import { syntheticOrganisasjonsnummer } from '@forlop/contracts';

/** A department that patients are referred to, and how it stands in the tree. */
export interface Department {
  readonly id: string;
  readonly resh: string;
  readonly hospitalId: string;
  /** Its share of the patients, relative to the others'. */
  readonly weight: number;
  /** How late it is beside the others: 1 is as most, 2 twice as slow. */
  readonly slowness: number;
}

/** The invented country: four regions, some twenty hospitals of very unlike size, two departments in each. */
const regions = ['Nordvidda', 'Midtfjell', 'Vestskjær', 'Sørelv'] as const;
const hospitalsOf = [4, 4, 5, 7] as const;
const departments = ['poliklinikk for langvarig utmattelse', 'barneavdelingen'] as const;
const firstNumber = 1_000;
const firstResh = 98_000_001;

/** Registers the tree; what is there already is left as it is. Parents before children. */
export async function registerTree(ledger: Ledger): Promise<readonly Department[]> {
  const made: Department[] = [];
  let serial = firstNumber;
  let resh = firstResh;
  const number = (): { orgNumber: string } => ({ orgNumber: syntheticOrganisasjonsnummer(serial++) });
  for (const [r, region] of regions.entries()) {
    const parent = await ledger.registerOrganisation({ kind: 'region', name: `Helse ${region} (oppdiktet)`, ...number() });
    for (let h = 0; h < hospitalsOf[r]!; h += 1) {
      const name = `${region} sykehus ${h + 1}`;
      const hospital = await ledger.registerOrganisation({ kind: 'hospital', name, parentId: parent.id, ...number() });
      for (const [d, department] of departments.entries()) {
        const unit = await ledger.registerOrganisation({ kind: 'unit', name: `${name}, ${department}`, parentId: hospital.id, reshId: String(resh), ...number() });
        // The largest hospital of a region has some ten times the patients of its smallest, as in life.
        made.push({ id: unit.id, resh: String(resh++), hospitalId: hospital.id, weight: (hospitalsOf[r]! - h) ** 1.5 / (d + 1), slowness: 0.7 + ((r * 7 + h * 3 + d) % 10) / 10 });
      }
    }
  }
  return made;
}
