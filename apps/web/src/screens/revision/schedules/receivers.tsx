import { BodyShort, Checkbox, TextField } from '@navikt/ds-react';
import { useText } from '../messages.js';

interface Props {
  readonly readers: readonly { readonly id: string; readonly name: string | null }[];
  /** Addresses by person. */
  readonly chosen: Readonly<Record<string, string>>;
  readonly choose: (chosen: Readonly<Record<string, string>>) => void;
  /** Whoever fills in the form, and their address. */
  readonly me: string;
  readonly mine: string;
  readonly error: string | undefined;
}

/** Who is told, among those who have the right to read it. */
export function Receivers({ readers, chosen, choose, me, mine, error }: Props) {
  const text = useText();
  const without = (id: string): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(chosen).filter(([one]) => one !== id));
  return (
    <fieldset className="revision-receivers" id="schedule-receivers" tabIndex={-1} aria-describedby={error === undefined ? undefined : 'schedule-receivers-error'}>
      <legend className="aksel-label aksel-label--small">{text('schedule-receivers')}</legend>
      <BodyShort size="small" textColor="subtle">{text('schedule-receiversWhy')}</BodyShort>
      {readers.map(({ id, name }) => {
        const shown = name ?? id;
        const address = chosen[id];
        return (
          <div key={id}>
            <Checkbox size="small" checked={address !== undefined} onChange={({ target }) => choose(target.checked ? { ...chosen, [id]: id === me ? mine : '' } : without(id))}>
              {id === me ? text('schedule-me', { name: shown }) : shown}
            </Checkbox>
            {address !== undefined && (
              <TextField size="small" type="email" label={text('schedule-emailOf', { name: shown })} value={address} onChange={({ target }) => choose({ ...chosen, [id]: target.value })} />
            )}
          </div>
        );
      })}
      {error !== undefined && <BodyShort id="schedule-receivers-error" role="alert" size="small" className="revision-lacking">{error}</BodyShort>}
    </fieldset>
  );
}
