import { useState } from 'react';
import { instantShown } from '../../../shared/instant.js';
import { useLanguage } from '../../../shared/texts.js';
import { toasts } from '../../../shared/toast-list.js';
import { WriteForm } from '../../../shared/write-form.js';
import { GlassFields } from './glass-fields.js';
import { useText } from './messages.js';
import { useBreakGlass, type BreakGlassInput } from './queries.js';

/** Opens the pathway for some hours, with a reason that the patient's unit sees. */
export function BreakGlassForm({ id, close }: { readonly id: string; readonly close: () => void }) {
  const text = useText();
  const { language } = useLanguage();
  const [typed, setTyped] = useState<BreakGlassInput>({ kind: 'helsehjelp', reason: '' });
  const write = useBreakGlass(id);
  const submit = (): void => write.mutate(typed, { done: ({ until }) => toasts.add(text('opened', { until: instantShown(until, language) })), onSuccess: close });
  return (
    <WriteForm save={text('use')} write={write} submit={submit} cancel={close} refresh={write.reset}>
      <GlassFields value={typed} onChange={setTyped} />
    </WriteForm>
  );
}
