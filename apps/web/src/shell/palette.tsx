import { BodyShort, Button, Modal, Search, VStack } from '@navikt/ds-react';
import { useSyncExternalStore } from 'react';
import { commands, matching } from '../shared/commands.js';
import { firstFocus } from '../shared/first-focus.js';
import type { Typing } from './first-letters.js';
import { useText } from './messages.js';

export interface PaletteProps extends Typing {
  readonly run: (id: string) => void;
  readonly close: () => void;
}

/** All that can be done now, narrowed down by what is typed. */
export function Palette({ typed, onTyped, onSubmit, run, close }: PaletteProps) {
  const text = useText();
  const found = matching(useSyncExternalStore(commands.subscribe, commands.list), typed);
  return (
    <Modal open onClose={close} header={{ heading: text('commands') }} placement="top" width="medium">
      <Modal.Body>
        <form role="search" onSubmit={onSubmit}>
          <Search label={text('commandsSearch')} hideLabel={false} variant="simple" value={typed} onChange={onTyped} ref={firstFocus} />
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
