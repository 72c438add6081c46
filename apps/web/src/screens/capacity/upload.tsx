import { Alert, BodyLong, BodyShort, Button, Heading, Radio, RadioGroup, ReadMore, VStack } from '@navikt/ds-react';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { useWrite } from '../../client/use-write.js';
import { WriteProblem } from '../../shared/write-problem.js';
import { useText } from './messages.js';
import { capacityKey, sendFile, type CalendarFile, type Report } from './queries.js';
import { capacityRoute } from './route.js';

/** Takes in a file of the record system, and tells what became of each line. */
export function Upload() {
  const text = useText();
  const navigate = useNavigate();
  const { last = false, ...rest } = capacityRoute.useSearch();
  const open = (isOpen: boolean): void => void navigate({ to: '/kapasitet', search: { ...rest, ...(isOpen && { last: true as const }) }, resetScroll: false });
  return (
    <section aria-labelledby="upload">
      <Heading level="2" size="medium" id="upload" spacing>
        {text('uploadTitle')}
      </Heading>
      <ReadMore header={text('uploadOpen')} open={last} onOpenChange={open}>
        <UploadForm />
      </ReadMore>
    </section>
  );
}

function UploadForm() {
  const text = useText();
  const [holds, setHolds] = useState<CalendarFile['holds']>('appointments');
  const [isMissing, setMissing] = useState(false);
  const picked = useRef<HTMLInputElement>(null);
  const write = useWrite(({ input, key }: { readonly input: CalendarFile; readonly key: string }) => sendFile(input, key), [capacityKey]);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const file = picked.current?.files?.[0];
    setMissing(file === undefined);
    if (file === undefined) return picked.current?.focus();
    write.mutate({ holds, csv: await file.text() });
  };
  return (
    <form onSubmit={(event) => void send(event)}>
      <VStack gap="space-16">
        <BodyLong>{text('uploadText')}</BodyLong>
        <RadioGroup legend={text('holds')} value={holds} onChange={(value: CalendarFile['holds']) => setHolds(value)} size="small">
          <Radio value="appointments">{text('appointments')}</Radio>
          <Radio value="capacity">{text('capacity')}</Radio>
        </RadioGroup>
        <BodyShort size="small">{text(`columns-${holds}`)}</BodyShort>
        <div>
          <label className="aksel-form-field__label aksel-label aksel-label--small" htmlFor="calendar-file">
            {text('file')}
          </label>
          <input id="calendar-file" className="capacity-file" type="file" accept=".csv,text/csv" ref={picked} aria-describedby={isMissing ? 'calendar-file-missing' : undefined} aria-invalid={isMissing} />
          {isMissing && (
            <Alert id="calendar-file-missing" variant="error" size="small" inline>
              {text('fileMissing')}
            </Alert>
          )}
        </div>
        <WriteProblem error={write.error} refresh={() => write.reset()} />
        <div>
          <Button type="submit" size="small" loading={write.isPending}>
            {text('send')}
          </Button>
        </div>
        <div role="status">{write.data !== undefined && <ReportView report={write.data} />}</div>
      </VStack>
    </form>
  );
}

function ReportView({ report: { lines, taken, known, faults, remarks } }: { readonly report: Report }) {
  const text = useText();
  return (
    <Alert variant={faults.length > 0 ? 'warning' : 'success'}>
      <BodyShort spacing={faults.length + remarks.length > 0}>{text('report', { lines, taken, known, faults: faults.length })}</BodyShort>
      <Lines title={text('faults')} lines={faults} />
      <Lines title={text('remarks')} lines={remarks} />
    </Alert>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: Report['faults'] }) {
  const text = useText();
  if (lines.length === 0) return null;
  return (
    <>
      <Heading level="3" size="xsmall">
        {title}
      </Heading>
      <ul>
        {lines.map(({ line, code, sentence }) => (
          <li key={`${line} ${code}`}>{text('line', { line, sentence })}</li>
        ))}
      </ul>
    </>
  );
}
