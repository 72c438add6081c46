import { Radio, RadioGroup, Textarea } from '@navikt/ds-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useWrite } from '../../client/use-write.js';
import { toasts } from '../../shared/toast-list.js';
import { WriteForm } from '../../shared/write-form.js';
import { useText } from './messages.js';
import { coursesKey, stepOffer, type Offer, type StepInput } from './queries.js';
import { stepsFrom, type OfferStep } from './tabs.js';

/** Records what a patient answered, or how the course ended. It is recorded on her pathway in the same breath, which may refuse it or ask why. */
export function OfferForm({ offer, name, close }: { readonly offer: Offer; readonly name: string; readonly close: () => void }) {
  const text = useText();
  const queries = useQueryClient();
  const [step, setStep] = useState<OfferStep | null>(null);
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const write = useWrite(({ input, key }: { readonly input: StepInput; readonly key: string }) => stepOffer(offer, input, key), [coursesKey]);
  useEffect(() => first.current?.focus(), []);
  const save = (): void => {
    setMissing(step === null);
    if (step === null) return;
    const done = (): void => {
      toasts.add(text('recorded', { name, state: text(`step-${step}`) }));
      close();
    };
    write.mutate({ step, ...(reason.trim() !== '' && { text: reason.trim() }) }, { onSuccess: done });
  };
  return (
    <WriteForm save={text('save')} write={write} submit={save} cancel={close} refresh={() => void queries.invalidateQueries({ queryKey: coursesKey })}>
      <RadioGroup legend={text('recordFor', { name })} size="small" value={step ?? ''} onChange={(chosen: OfferStep) => setStep(chosen)} error={isMissing ? text('choose') : undefined}>
        {(stepsFrom[offer.state] ?? []).map((one, index) => (
          <Radio key={one} value={one} ref={index === 0 ? first : undefined}>
            {text(`step-${one}`)}
          </Radio>
        ))}
      </RadioGroup>
      <Textarea label={text('reason')} description={text('reasonText')} size="small" minRows={2} value={reason} onChange={({ target }) => setReason(target.value)} />
    </WriteForm>
  );
}
