import { ActionMenu, Button } from '@navikt/ds-react';
import { useState } from 'react';
import { csrfToken } from '../client/csrf.js';
import { useColour } from '../shared/colour.js';
import { useRoleName } from '../shared/role-name.js';
import { useLanguage } from '../shared/texts.js';
import { useText } from './messages.js';
import type { UserMenuProps } from './user-button.js';

/** The menu of whoever is logged in; it is there once somebody has opened it. */
export function UserMenu({ me }: UserMenuProps) {
  const text = useText();
  const roleName = useRoleName();
  const { choose: chooseLanguage } = useLanguage();
  const { colour, choose: chooseColour } = useColour();
  const [open, setOpen] = useState(true);
  const name = me.name ?? me.id;
  return (
    <ActionMenu open={open} onOpenChange={setOpen}>
      <ActionMenu.Trigger>
        <Button variant="tertiary" size="small" aria-label={text('userMenu', { name })}>
          {name}
        </Button>
      </ActionMenu.Trigger>
      <ActionMenu.Content>
        <ActionMenu.Group label={`${me.roles.map(({ role }) => roleName(role)).join(', ')}. ${me.unit?.name ?? text('noUnit')}`}>
          <ActionMenu.Item onSelect={() => chooseLanguage('nb')}>{text('norwegian')}</ActionMenu.Item>
          <ActionMenu.Item onSelect={() => chooseLanguage('en')}>{text('english')}</ActionMenu.Item>
          <ActionMenu.Item onSelect={() => chooseColour(colour === 'dark' ? 'light' : 'dark')}>{text(colour === 'dark' ? 'light' : 'dark')}</ActionMenu.Item>
          <ActionMenu.Item onSelect={() => void logOut()}>{text('logOut')}</ActionMenu.Item>
        </ActionMenu.Group>
      </ActionMenu.Content>
    </ActionMenu>
  );
}

/** Ends the session here, and goes where the provider ends its own. */
async function logOut(): Promise<void> {
  const response = await fetch('/auth/logout', { method: 'POST', headers: { 'X-CSRF-Token': csrfToken(document.cookie) ?? '' } });
  const { location: next } = response.ok ? ((await response.json()) as { location: string }) : { location: '/' };
  location.assign(next);
}
