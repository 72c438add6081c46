import { useEffect, useState, type FormEvent } from 'react';
import { commands, matching } from '../shared/commands.js';
import { isTyping } from '../shared/keyboard.js';
import { later } from '../shared/later.js';
import { FirstLetters } from './first-letters.js';
import { useText } from './messages.js';
import type { PaletteProps } from './palette.js';

const Palette = later<PaletteProps>(async () => (await import('./palette.js')).Palette, function FirstPaletteLetters(typing) {
  return <FirstLetters {...typing} label={useText()('commandsSearch')} />;
});
const KeysHelp = later(async () => (await import('./keys-help.js')).KeysHelp);

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
  if (open === 'commands') return <Commands close={close} />;
  return open === 'help' ? <KeysHelp close={close} /> : null;
}

/** Enter does the first that fits what is typed. */
function Commands({ close }: { readonly close: () => void }) {
  const [typed, setTyped] = useState('');
  const run = (id: string | undefined): void => {
    if (id === undefined) return;
    close();
    commands.list().find((command) => command.id === id)?.run();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    run(matching(commands.list(), typed)[0]?.id);
  };
  return <Palette typed={typed} onTyped={setTyped} onSubmit={submit} run={run} close={close} />;
}
