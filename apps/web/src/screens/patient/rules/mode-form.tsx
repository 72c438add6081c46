import type { ReactNode } from 'react';
import { useWrite } from '../../../client/use-write.js';
import { toasts } from '../../../shared/toast-list.js';
import { ChangeForm } from '../events/change-form.js';
import { useText } from '../messages.js';
import { pathwayKey, setMode } from '../queries.js';
import type { RulesFormProps } from './rules-tab.js';
import { useReason } from './use-reason.js';

/** Puts a pathway on hold, or lets it go on. */
export function ModeForm({ pathway, close }: RulesFormProps): ReactNode {
  const text = useText();
  const write = useWrite(setMode(pathway.pathwayId), [pathwayKey(pathway.pathwayId), ['worklist']]);
  const { reason, field, given } = useReason(write.error);
  const mode = pathway.mode === 'live' ? 'paused' : 'live';
  const submit = (): void => {
    if (!given()) return;
    const done = (): void => {
      toasts.add(text(`modeNow-${mode}`));
      close();
    };
    write.mutate({ mode, reason }, { onSuccess: done });
  };
  return (
    <ChangeForm id={pathway.pathwayId} title={text(`modeTo-${mode}`)} means={text(`modeMeans-${mode}`)} save={text(`modeTo-${mode}`)} write={write} submit={submit} close={close}>
      {field}
    </ChangeForm>
  );
}
