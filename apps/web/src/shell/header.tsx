import { ActionMenu, Button } from '@navikt/ds-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { csrfToken } from '../client/csrf.js';
import type { components } from '../client/schema.js';
import { useColour } from '../shared/colour.js';
import { useCommands } from '../shared/commands.js';
import { AppLink } from '../shared/link.js';
import { useLanguage } from '../shared/texts.js';
import { FindPatient } from './find-patient.js';
import { useText } from './messages.js';
import { navigation } from './navigation.js';

type Me = components['schemas']['Me'];

/** Where one can go, and who one is. */
export function Header({ me }: { readonly me: Me }) {
  const text = useText();
  const navigate = useNavigate();
  const entries = useMemo(() => navigation.filter(({ action }) => (me.actions as readonly string[]).includes(action)), [me]);
  useCommands(useMemo(() => entries.map(({ to, name, key }) => ({ id: name, title: text(name), key, run: () => void navigate({ to }) })), [entries, navigate, text]));
  return (
    <header className="app-header">
      <nav aria-label={text('navigation')}>
        <ul>
          {entries.map(({ to, name }) => (
            <li key={name}>
              <AppLink to={to}>{text(name)}</AppLink>
            </li>
          ))}
        </ul>
      </nav>
      <FindPatient />
      <UserMenu me={me} />
    </header>
  );
}

function UserMenu({ me }: { readonly me: Me }) {
  const text = useText();
  const { choose: chooseLanguage } = useLanguage();
  const { colour, choose: chooseColour } = useColour();
  const name = me.name ?? me.id;
  return (
    <ActionMenu>
      <ActionMenu.Trigger>
        <Button variant="tertiary" size="small" aria-label={text('userMenu', { name })}>
          {name}
        </Button>
      </ActionMenu.Trigger>
      <ActionMenu.Content>
        <ActionMenu.Group label={`${me.roles.map(({ title }) => title).join(', ')}. ${me.unit?.name ?? text('noUnit')}`}>
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
