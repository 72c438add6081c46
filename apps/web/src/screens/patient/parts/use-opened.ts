import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Which form of a tab is open. It stands in the address (`?apen=ny`), so that it can be linked to. */
export function useOpened(): { readonly opened: string | undefined; readonly open: (name: string | undefined) => void } {
  const { apen: opened } = useSearch({ strict: false });
  const navigate = useNavigate();
  const open = useCallback((name: string | undefined) => void navigate({ to: '.', search: ({ apen: _, ...rest }) => (name === undefined ? rest : { ...rest, apen: name }), replace: true, resetScroll: false }), [navigate]);
  return { opened, open };
}
