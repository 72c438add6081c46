import { Alert, BodyShort, Button, VStack } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useMay } from '../../client/me.js';
import { useWrite } from '../../client/use-write.js';
import { instantShown } from '../../shared/instant.js';
import { ProblemView } from '../../shared/problem-view.js';
import { ReasonForm } from '../../shared/reason-form.js';
import { Reserved } from '../../shared/reserved.js';
import { Loading } from '../../shared/states.js';
import { useLanguage } from '../../shared/texts.js';
import { toasts } from '../../shared/toast-list.js';
import { useText } from './messages.js';
import { effectsKey, effectsQuery, setEffects } from './queries.js';
import { useOpen } from './use-open.js';

/** Whether anything is sent from this installation, and the switch for it. */
export function EffectsTab() {
  const text = useText();
  const { language } = useLanguage();
  const may = useMay('settings.write');
  const { apen, open } = useOpen('utsending');
  const effects = useQuery(effectsQuery);
  const write = useWrite(setEffects, [effectsKey]);
  if (effects.isPending) return <Loading rows={2} />;
  if (effects.isError) return <ProblemView error={effects.error} retry={() => void effects.refetch()} />;
  const { on, at, why } = effects.data;
  return (
    <VStack gap="space-12" paddingBlock="space-12">
      <Alert variant={on ? 'success' : 'warning'}>{text(on ? 'effectsOn' : 'effectsOff')}</Alert>
      <BodyShort>{text('effectsSince', { at: instantShown(at, language), why })}</BodyShort>
      <Reserved action="settings.write" what={text(on ? 'turnOff' : 'turnOn')} />
      {may && apen !== 'bryter' && <div><Button size="small" variant="secondary" onClick={() => open('bryter')}>{text(on ? 'turnOff' : 'turnOn')}</Button></div>}
      {may && apen === 'bryter' && (
        <>
          <BodyShort>{text(on ? 'turnOffFollows' : 'turnOnFollows')}</BodyShort>
          <ReasonForm takesFocus label={text('why')} save={text(on ? 'turnOff' : 'turnOn')} write={write} refresh={() => void effects.refetch()} cancel={() => open()} submit={(reason) => write.mutate({ on: !on, why: reason }, { onSuccess: () => { toasts.add(text(on ? 'turnedOff' : 'turnedOn')); open(); } })} />
        </>
      )}
    </VStack>
  );
}
