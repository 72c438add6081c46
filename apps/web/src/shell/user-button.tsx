import { Button } from '@navikt/ds-react';
import { useState } from 'react';
import type { components } from '../client/schema.js';
import { later } from '../shared/later.js';
import { useText } from './messages.js';

export interface UserMenuProps {
  readonly me: components['schemas']['Me'];
}

const UserMenu = later<UserMenuProps>(async () => (await import('./user-menu.js')).UserMenu, NameButton);

/** Who is logged in; opens their menu. */
export function UserButton({ me }: UserMenuProps) {
  const [isAsked, setIsAsked] = useState(false);
  return isAsked ? <UserMenu me={me} /> : <NameButton me={me} onClick={() => setIsAsked(true)} />;
}

function NameButton({ me, onClick }: UserMenuProps & { readonly onClick?: () => void }) {
  const name = me.name ?? me.id;
  return (
    <Button variant="tertiary" size="small" aria-haspopup="menu" aria-expanded={false} aria-label={useText()('userMenu', { name })} onClick={onClick}>
      {name}
    </Button>
  );
}
