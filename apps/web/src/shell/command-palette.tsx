import { BodyShort, Button, Modal, Search, VStack } from '@navikt/ds-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { commands, matching } from '../shared/commands.js';
import { firstFocus } from '../shared/first-focus.js';
import { isTyping } from '../shared/keyboard.js';
import { useText } from './messages.js';

/** Ctrl+K finds an action by its name, «?» tells the keys, and a letter alone does what it stands for. */
export function CommandPalette() {
  const [open, setOpen] = useState<'commands' | 'help' | null>(null);
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        return setOpen('commands');
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
      if (event.key === '?') return setOpen('help');
      const command = commands.byKey(event.key);
      if (command === undefined) return;
      event.preventDefault();
      command.run();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
  const close = (): void => setOpen(null);
  if (open === 'commands') return <Palette close={close} />;
  return open === 'help' ? <Help close={close} /> : null;
}

function Palette({ close }: { readonly close: () => void }) {
  const text = useText();
  const all = useSyncExternalStore(commands.subscribe, commands.list);
  const [typed, setTyped] = useState('');
  const found = matching(all, typed);
  const run = (id: string): void => {
    close();
    all.find((command) => command.id === id)?.run();
  };
  return (
    <Modal open onClose={close} header={{ heading: text('commands') }} placement="top" width="medium">
      <Modal.Body>
        <form role="search" onSubmit={(event) => { event.preventDefault(); if (found[0] !== undefined) run(found[0].id); }}>
          <Search label={text('commandsSearch')} hideLabel={false} variant="simple" value={typed} onChange={setTyped} ref={firstFocus} />
        </form>
        <VStack as="ul" className="app-commands">
          {found.map(({ id, title, key }) => (
            <li key={id}>
              <Button variant="tertiary" size="small" onClick={() => run(id)}>
                {key === undefined ? title : `${title} (${key})`}
              </Button>
            </li>
          ))}
        </VStack>
        {found.length === 0 && <BodyShort>{text('commandsNone')}</BodyShort>}
      </Modal.Body>
    </Modal>
  );
}

function Help({ close }: { readonly close: () => void }) {
  const text = useText();
  const keys = useSyncExternalStore(commands.subscribe, commands.list).flatMap((command) => (command.key === undefined || commands.byKey(command.key) !== command ? [] : [{ key: command.key, title: command.title }]));
  const all = [{ key: 'Ctrl+K', title: text('helpPalette') }, { key: '?', title: text('helpKeys') }, ...keys];
  return (
    <Modal open onClose={close} header={{ heading: text('help') }}>
      <Modal.Body>
        <BodyShort spacing>{text('helpField')}</BodyShort>
        <dl>
          {all.map(({ key, title }) => (
            <div key={key}>
              <dt><kbd>{key}</kbd></dt>
              <dd>{title}</dd>
            </div>
          ))}
        </dl>
      </Modal.Body>
    </Modal>
  );
}
