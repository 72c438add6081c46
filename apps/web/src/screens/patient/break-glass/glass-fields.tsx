import { Radio, RadioGroup, Textarea } from '@navikt/ds-react';
import { useText } from './messages.js';
import type { BreakGlassInput } from './queries.js';

const kinds = ['helsehjelp', 'liv-og-helse'] as const satisfies readonly BreakGlassInput['kind'][];

interface Props {
  readonly value: BreakGlassInput;
  readonly onChange: (value: BreakGlassInput) => void;
}

/** On which ground, and why: the patient's unit sees both. */
export function GlassFields({ value, onChange }: Props) {
  const text = useText();
  return (
    <>
      <RadioGroup size="small" legend={text('kind')} value={value.kind} onChange={(kind: BreakGlassInput['kind']) => onChange({ ...value, kind })}>
        {kinds.map((one) => (
          <Radio key={one} value={one} description={text(`means-${one}`)}>
            {text(`kind-${one}`)}
          </Radio>
        ))}
      </RadioGroup>
      <Textarea size="small" required label={text('reason')} description={text('reasonHelp')} value={value.reason} onChange={({ target }) => onChange({ ...value, reason: target.value })} />
    </>
  );
}
