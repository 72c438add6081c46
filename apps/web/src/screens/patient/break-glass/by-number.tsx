import { BodyLong, BodyShort, Box, Button, VStack } from '@navikt/ds-react';
import { useState } from 'react';
import { useMay } from '../../../client/me.js';
import { instantShown } from '../../../shared/instant.js';
import { AppLink } from '../../../shared/link.js';
import { useLanguage } from '../../../shared/texts.js';
import { WriteForm } from '../../../shared/write-form.js';
import { GlassFields } from './glass-fields.js';
import { useText } from './messages.js';
import { useBreakGlassByNumber, type BreakGlassInput } from './queries.js';

/**
 * Where a whole number finds nobody whom one sees: says so, not whether there is such a patient, and offers break-glass to those whose role has it.
 * @param close of what it stands in, when somebody goes to the patient.
 */
export function ByNumber({ number, close }: { readonly number: string; readonly close: () => void }) {
  const text = useText();
  const mayBreak = useMay('break-glass.use');
  const [isOpen, setOpen] = useState(false);
  return (
    <VStack gap="space-12" align="start" paddingBlock="space-16 space-0">
      <BodyLong role="status">{text('noneByNumber')}</BodyLong>
      {mayBreak && !isOpen && <Button size="small" variant="secondary" onClick={() => setOpen(true)}>{text('use')}</Button>}
      {mayBreak && isOpen && (
        <Box width="100%">
          <BodyLong spacing>{text('glassWhat')}</BodyLong>
          <Form number={number} cancel={() => setOpen(false)} close={close} />
        </Box>
      )}
    </VStack>
  );
}

function Form({ number, cancel, close }: { readonly number: string; readonly cancel: () => void; readonly close: () => void }) {
  const text = useText();
  const { language } = useLanguage();
  const [typed, setTyped] = useState<BreakGlassInput>({ kind: 'helsehjelp', reason: '' });
  const write = useBreakGlassByNumber();
  if (write.data !== undefined) {
    return (
      <VStack as="ul" gap="space-8" role="status">
        {write.data.rows.map(({ pathwayId, until }) => (
          <li key={pathwayId}>
            <AppLink to="/pasient/$id" params={{ id: pathwayId }} onClick={close}>{text('goToPatient')}</AppLink>
            <BodyShort size="small">{text('opened', { until: instantShown(until, language) })}</BodyShort>
          </li>
        ))}
      </VStack>
    );
  }
  return (
    <WriteForm save={text('use')} write={write} submit={() => write.mutate({ ...typed, personNumber: number })} cancel={cancel} refresh={write.reset}>
      <GlassFields value={typed} onChange={setTyped} />
    </WriteForm>
  );
}
