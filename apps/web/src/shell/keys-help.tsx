import { BodyShort, Modal } from '@navikt/ds-react';
import { useSyncExternalStore } from 'react';
import { commands } from '../shared/commands.js';
import { useText } from './messages.js';

/** The keys that do something now. */
export function KeysHelp({ close }: { readonly close: () => void }) {
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
