import { houseRoles } from '@forlop/access';
import { demoUsers, type DemoUser } from '@forlop/identity';
import { systemActor, type Ledger, type RoleGrantInput } from '@forlop/ledger';
import { syntheticOrganisations } from '@forlop/simulator';
import type { Context } from '../context.js';
import { withLedger } from '../ledger-access.js';
import { loadOrganisations } from './load-hospital.js';

const actor = systemActor('demo');

/** Makes the demo users known to the installation. */
export async function runPeople({ io }: Context): Promise<void> {
  const granted = await withLedger(io, ({ ledger }) => loadPeople(ledger));
  io.out(granted === 0 ? 'Demobrukerne har rollene sine fra før.' : `Ga ${granted} demobrukere rollene sine.`);
}

/**
 * Registers the synthetic region and gives the demo users their roles. What was given before is left as it is, also where an administrator has
 * taken it back. @returns how many roles were given.
 */
export async function loadPeople(ledger: Ledger): Promise<number> {
  const organisations = await regionOf(ledger);
  const before = await ledger.roleGrants({ past: true });
  let granted = 0;
  for (const user of demoUsers) {
    const grant = grantOf(user, organisations);
    if (grant === null || before.some((one) => one.role === grant.role && one.name === grant.name && (one.organisation?.id ?? undefined) === grant.organisationId)) continue;
    await ledger.grantRole(grant, actor);
    granted += 1;
  }
  return granted;
}

/** Ids of the region's organisations by their numbers; registers it where some of it is not there. */
async function regionOf(ledger: Ledger): Promise<ReadonlyMap<string, string>> {
  const known = async () => new Map((await ledger.organisations()).flatMap(({ id, orgNumber }) => (orgNumber === undefined ? [] : [[orgNumber, id] as const])));
  const before = await known();
  if (syntheticOrganisations.every(({ orgNumber }) => before.has(orgNumber!))) return before;
  await loadOrganisations(ledger);
  return known();
}

/** The role at the unit that they act for, else the legal entity. Null for the fastlege, whom her patients name. */
function grantOf({ personNumber, name, role, organisation: { parent, child } }: DemoUser, organisations: ReadonlyMap<string, string>): RoleGrantInput | null {
  if (role === 'fastlege') return null;
  const organisationId = houseRoles.includes(role) ? undefined : organisations.get(child ?? parent)!;
  return { personNumber, name, role, why: 'Demobruker', ...(organisationId !== undefined && { organisationId }) };
}
