import { BodyShort } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../client/me.js';
import { useText } from './messages.js';
import { useRoleName } from './role-name.js';

/**
 * In place of a button that one's role has no use for: who has. Says nothing where one may, or while it is not known.
 * @param action of docs/access.md. @param what the button's name.
 */
export function Reserved({ action, what }: { readonly action: string; readonly what: string }) {
  const text = useText();
  const roleName = useRoleName();
  const holders = useQuery(meQuery).data?.othersMay[action];
  if (holders === undefined || holders.length === 0) return null;
  return (
    <BodyShort size="small" textColor="subtle">
      {text('reserved', { what, who: holders.map(roleName).join(', ') })}
    </BodyShort>
  );
}
