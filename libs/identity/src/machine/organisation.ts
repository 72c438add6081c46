/**
 * For whom a client asks. `single-tenant`: the client belongs to one organisation, which HelseID knows; only a unit below it has to be told.
 * `multi-tenant`: the client acts for organisations that have let it do so in Altinn, and tells for which.
 */
export type ActsFor = { readonly kind: 'single-tenant'; readonly child: string | null } | { readonly kind: 'multi-tenant'; readonly parent: string; readonly child: string | null };

/** What HelseID is told in a client assertion, in a claim of this name. */
export const assertionDetails = 'assertion_details';

/**
 * The claims of a client assertion that tell HelseID which organisation numbers the token is to have (utviklerportal.nhn.no: HelseID, «The usage of
 * organization numbers»; how it is spelt, systems and value, as in NHN's own HelseID.Library). None where there is nothing to tell.
 */
export function organisationClaims(actsFor: ActsFor): { readonly assertion_details?: ReturnType<typeof details> } {
  if (actsFor.kind === 'multi-tenant') {
    const { parent, child } = actsFor;
    return { [assertionDetails]: details('urn:oid:1.0.6523', ['NO:ORGNR', parent, ...(child === null ? [] : [child])].join(':')) };
  }
  return actsFor.child === null ? {} : { [assertionDetails]: details('urn:oid:2.16.578.1.12.4.1.4.101', actsFor.child) };
}

const details = (system: string, value: string) => ({ type: 'helseid_authorization', practitioner_role: { organization: { identifier: { system, type: 'ENH', value } } } });
