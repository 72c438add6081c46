export { actions, type Action } from './actions.js';
export { decide, type Asker, type Decision } from './decide.js';
export { actingAs, actsAs, holdersOf, policy, systemScopes, withRegistered, type Reach, type RolePolicy } from './policy.js';
export type { Identity, Principal } from './principal.js';
export { houseRoles, isRole, personRoles, roles, roleTitles, type Role } from './roles.js';
