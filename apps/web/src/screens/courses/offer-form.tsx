import { Button, HStack, Radio, RadioGroup, Textarea, VStack } from '@navikt/ds-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useWrite } from '../../client/use-write.js';
import { toasts } from '../../shared/toast-list.js';
import { WriteProblem } from '../../shared/write-problem.js';
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
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setMissing(step === null);
    if (step === null || write.isPending) return;
    const done = (): void => {
      toasts.add(text('recorded', { name, state: text(`step-${step}`) }));
      close();
    };
    write.mutate({ step, ...(reason.trim() !== '' && { text: reason.trim() }) }, { onSuccess: done });
  };
  return (
    <form onSubmit={save}>
      <VStack gap="space-16">
        <RadioGroup legend={text('recordFor', { name })} size="small" value={step ?? ''} onChange={(chosen: OfferStep) => setStep(chosen)} error={isMissing ? text('choose') : undefined}>
          {(stepsFrom[offer.state] ?? []).map((one, index) => (
            <Radio key={one} value={one} ref={index === 0 ? first : undefined}>
              {text(`step-${one}`)}
            </Radio>
          ))}
        </RadioGroup>
        <Textarea label={text('reason')} description={text('reasonText')} size="small" minRows={2} value={reason} onChange={({ target }) => setReason(target.value)} />
        <WriteProblem error={write.error} refresh={() => void queries.invalidateQueries({ queryKey: coursesKey })} />
        <HStack gap="space-8">
          <Button type="submit" size="small" loading={write.isPending}>
            {text('save')}
          </Button>
          <Button type="button" size="small" variant="tertiary" onClick={close}>
            {text('cancel')}
          </Button>
        </HStack>
      </VStack>
    </form>
  );
}
