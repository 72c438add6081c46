import { useText } from './messages.js';

const bases = ['unit', 'own', 'step', 'break-glass', 'audit', 'system'] as const;
const roles = ['coordinator', 'clinician', 'fastlege', 'lms', 'local-contact', 'auditor', 'governance', 'user-representative', 'administrator', 'system'] as const;

/** The log's codes in words; one that is not known is shown as it is. */
export function useCodes(): { readonly basis: (code: string | null) => string; readonly role: (code: string) => string } {
  const text = useText();
  const basis = (code: string | null): string => {
    const known = bases.find((one) => one === code);
    return known === undefined ? (code ?? '') : text(`basis-${known}`);
  };
  const role = (code: string): string => {
    const known = roles.find((one) => one === code);
    return known === undefined ? code : text(`role-${known}`);
  };
  return { basis, role };
}
