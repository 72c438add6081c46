import { Button } from '@navikt/ds-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { components } from '../client/schema.js';
import { useCommands } from '../shared/commands.js';
import { AppLink } from '../shared/link.js';
import { FindPatient } from './find-patient.js';
import { useText } from './messages.js';
import { navigation, type NavigationEntry } from './navigation.js';
import { UserButton } from './user-button.js';

type Me = components['schemas']['Me'];

/** Where one can go, and who one is. */
export function Header({ me }: { readonly me: Me }) {
  const text = useText();
  const navigate = useNavigate();
  const entries = useMemo(() => navigation.filter(({ action }) => (me.actions as readonly string[]).includes(action)), [me]);
  useCommands(useMemo(() => entries.map(({ to, name, key }) => ({ id: name, title: text(name), ...(key !== undefined && { key }), run: () => void navigate({ to }) })), [entries, navigate, text]));
  return (
    <header className="app-header">
      <Navigation entries={entries} />
      <FindPatient />
      <UserButton me={me} />
    </header>
  );
}

/** On a narrow screen the entries are behind a button. */
function Navigation({ entries }: { readonly entries: readonly NavigationEntry[] }) {
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <nav aria-label={text('navigation')} data-open={isOpen ? '' : undefined}>
      <Button className="app-menu" size="small" variant="tertiary" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {text('menu')}
      </Button>
      <ul>
        {entries.map(({ to, name }) => (
          <li key={name}>
            <AppLink to={to} activeOptions={{ exact: to === '/', includeSearch: false }} onClick={() => setIsOpen(false)}>
              {text(name)}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
