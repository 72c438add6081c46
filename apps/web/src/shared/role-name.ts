import { useCallback } from 'react';
import type { components } from '../client/schema.js';
import { useText } from './messages.js';

/** A role by its code, e.g. `coordinator`. */
export type Role = components['schemas']['Me']['roles'][number]['role'];

const known = ['coordinator', 'clinician', 'fastlege', 'lms', 'local-contact', 'auditor', 'governance', 'user-representative', 'administrator', 'system'] as const;

/** What roles are called, in the language that is shown; one that we have no name for is called by its code. */
export function useRoleName(): (role: Role) => string {
  const text = useText();
  return useCallback((role) => {
    const named = known.find((one) => one === role);
    return named === undefined ? role : text(`role-${named}`);
  }, [text]);
}
