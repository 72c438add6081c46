import { describe, expect, test } from '@jest/globals';
import { actions, decide, policy, roles, systemScopes, withRegistered, type Action, type Role } from '../src/index.js';

const asker = (role: Role, more: Partial<Parameters<typeof decide>[0]> = {}) => ({ roles: [role], scopes: [], identitiesGranted: false, ...more });
const allowed = (role: Role): readonly Action[] => actions.filter((action) => decide(asker(role, { scopes: Object.values(systemScopes) }), action).allowed);

describe('the policy', () => {
  test('the administrator runs the house and reaches no patient', () => {
    const patients = actions.filter((action) => ['unit', 'own', 'step'].includes(policy.administrator[action] ?? ''));
    expect(patients).toEqual([]);
    expect(allowed('administrator')).not.toContain('pathway.read');
    expect(allowed('administrator')).not.toContain('patient.search');
  });

  test.each([['governance', ['rules.read', 'pathway-map.read', 'compliance.read', 'rehearsals.play', 'organisations.read', 'me.read', 'me.sessions']], ['user-representative', ['rules.read', 'pathway-map.read', 'compliance.read', 'organisations.read', 'me.read', 'me.sessions']]] as const)(
    '%s reads the rules and counts of the whole house and what its organisations are called, and beside them only what is about itself',
    (role, may) => {
      expect(allowed(role)).toEqual(may);
      expect(may.map((action) => decide(asker(role), action))).toEqual(may.map(() => expect.objectContaining({ reach: 'house' })));
    },
  );

  test('whoever is given numbers with the small ones hidden is given no others: neither what another rule would have meant, nor a forecast', () => {
    const hidden = roles.filter((role) => policy[role]['compliance.read'] === 'house');
    expect(hidden).toEqual(['governance', 'user-representative']);
    for (const action of ['compliance.open', 'what-if.run', 'forecast.read'] as const) {
      const given = roles.filter((role) => policy[role][action] !== undefined);
      expect(given.filter((role) => policy[role]['pathway.read'] === undefined || policy[role][action] === 'house')).toEqual([]);
    }
  });

  test('the auditor sees frister without people, unless granted for a case', () => {
    expect(decide(asker('auditor'), 'pathway.read')).toEqual({ allowed: true, role: 'auditor', reach: 'pseudonymous', identities: false });
    expect(decide(asker('auditor', { identitiesGranted: true }), 'pathway.read')).toMatchObject({ identities: true });
    expect(decide(asker('auditor', { identitiesGranted: true }), 'patient.search')).toEqual({ allowed: false, why: 'no-role' });
  });

  test('a fastlege and a contact reach their own patients only', () => {
    expect([...new Set(Object.values(policy.fastlege))].sort()).toEqual(['house', 'own']);
    expect([...new Set(Object.values(policy['local-contact']))].sort()).toEqual(['house', 'step']);
    expect([...new Set(Object.values(policy.lms))].sort()).toEqual(['house', 'step']);
  });

  test('who asks for an erasure does not carry it out', () => {
    const both = roles.filter((role) => policy[role]['erasure.request'] !== undefined && policy[role]['erasure.carry-out'] !== undefined);
    expect(both).toEqual([]);
  });

  test('a system needs the scope as well as the role', () => {
    expect(decide(asker('system'), 'pathway.read')).toEqual({ allowed: false, why: 'no-scope' });
    expect(decide(asker('system', { scopes: ['forlop:pathway.read'] }), 'pathway.read')).toMatchObject({ allowed: true, reach: 'unit' });
    expect(decide(asker('system', { scopes: ['forlop:pathway.read'] }), 'pathway.command')).toEqual({ allowed: false, why: 'no-role' });
  });

  test('every action of a system has a scope', () => {
    expect(actions.filter((action) => policy.system[action] !== undefined && systemScopes[action] === undefined)).toEqual([]);
  });

  test('of several roles the widest counts', () => {
    expect(decide({ roles: ['auditor', 'coordinator'], scopes: [], identitiesGranted: false }, 'pathway.read')).toMatchObject({ role: 'coordinator', reach: 'unit', identities: true });
    expect(decide({ roles: ['fastlege', 'auditor'], scopes: [], identitiesGranted: false }, 'pathway.read')).toMatchObject({ reach: 'pseudonymous' });
  });

  test('who is in the register of health personnel is somebody’s fastlege, but not for taking part in a step', () => {
    expect(withRegistered([], true)).toEqual(['fastlege']);
    expect(withRegistered(['clinician'], true)).toEqual(['clinician', 'fastlege']);
    expect(withRegistered(['lms'], true)).toEqual(['lms']);
    expect(withRegistered(['local-contact', 'governance'], true)).toEqual(['local-contact', 'governance']);
    expect(withRegistered(['clinician'], false)).toEqual(['clinician']);
  });

  test('no role, nothing', () => {
    expect(actions.filter((action) => decide({ roles: [], scopes: ['forlop:pathway.read'], identitiesGranted: true }, action).allowed)).toEqual([]);
  });
});
