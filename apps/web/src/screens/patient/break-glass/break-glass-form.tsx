import { Radio, RadioGroup, Textarea } from '@navikt/ds-react';
import { useState } from 'react';
import { instantShown } from '../../../shared/instant.js';
import { useLanguage } from '../../../shared/texts.js';
import { toasts } from '../../../shared/toast-list.js';
import { WriteForm } from '../../../shared/write-form.js';
import { useText } from './messages.js';
import { useBreakGlass, type BreakGlassInput } from './queries.js';

const kinds = ['helsehjelp', 'liv-og-helse'] as const satisfies readonly BreakGlassInput['kind'][];

/** Opens the pathway for some hours, with a reason that the patient's unit sees. */
export function BreakGlassForm({ id, close }: { readonly id: string; readonly close: () => void }) {
  const text = useText();
  const { language } = useLanguage();
  const [kind, setKind] = useState<BreakGlassInput['kind']>('helsehjelp');
  const [reason, setReason] = useState('');
  const write = useBreakGlass(id);
  const submit = (): void => write.mutate({ kind, reason }, { onSuccess: ({ until }) => { toasts.add(text('opened', { until: instantShown(until, language) })); close(); } });
  return (
    <WriteForm save={text('use')} write={write} submit={submit} cancel={close} refresh={write.reset}>
      <RadioGroup size="small" legend={text('kind')} value={kind} onChange={setKind}>
        {kinds.map((one) => (
          <Radio key={one} value={one} description={text(`means-${one}`)}>
            {text(`kind-${one}`)}
          </Radio>
        ))}
      </RadioGroup>
      <Textarea size="small" required label={text('reason')} description={text('reasonHelp')} value={reason} onChange={({ target }) => setReason(target.value)} />
    </WriteForm>
  );
}
