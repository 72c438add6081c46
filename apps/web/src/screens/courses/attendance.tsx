import { BodyShort, Button, Fieldset, HStack, Select, VStack } from '@navikt/ds-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMay } from '../../client/me.js';
import { useWrite } from '../../client/use-write.js';
import { instantShown } from '../../shared/instant.js';
import { Empty } from '../../shared/states.js';
import { useLanguage } from '../../shared/texts.js';
import { WriteProblem } from '../../shared/write-problem.js';
import { useText } from './messages.js';
import { useNameOf } from './offers.js';
import { coursesKey, recordPresence, type Course, type Offer, type Presence } from './queries.js';
import { courseRoute } from './route.js';
import { attending } from './tabs.js';

const presences: readonly Presence[] = ['present', 'absent', 'excused'];

/** Who came to a session. Each choice is a button and is saved at once: nothing is recorded in passing by the arrows. */
export function Attendance({ course, offers }: { readonly course: Course; readonly offers: readonly Offer[] }) {
  const text = useText();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { samling } = courseRoute.useSearch();
  const session = course.sessions.find(({ id }) => id === samling) ?? course.sessions[0];
  const rows = attending(offers);
  if (session === undefined || rows.length === 0) return <Empty>{text('noneAttends')}</Empty>;
  const choose = (id: string): void => void navigate({ to: '/kurs/$id', params: { id: course.id }, search: { fane: 'oppmote', samling: id }, resetScroll: false });
  return (
    <VStack gap="space-16" paddingBlock="space-16">
      <Select label={text('whichSession')} size="small" value={session.id} onChange={({ target }) => choose(target.value)}>
        {course.sessions.map(({ id, startsAt }) => (
          <option key={id} value={id}>
            {instantShown(startsAt, language)}
          </option>
        ))}
      </Select>
      <BodyShort>{text('attendanceText')}</BodyShort>
      {rows.map((offer) => (
        <PresenceOf key={`${offer.id} ${session.id}`} offer={offer} session={session.id} />
      ))}
    </VStack>
  );
}

function PresenceOf({ offer, session }: { readonly offer: Offer; readonly session: string }) {
  const text = useText();
  const queries = useQueryClient();
  const nameOf = useNameOf();
  const mayRecord = useMay('courses.offer');
  const recorded = offer.attendance.find(({ sessionId }) => sessionId === session)?.state;
  const write = useWrite(({ input, key }: { readonly input: Presence; readonly key: string }) => recordPresence(offer, session, input, key), [coursesKey]);
  return (
    <div>
      <Fieldset legend={nameOf(offer)} size="small">
        <HStack gap="space-8">
          {presences.map((state) => (
            <Button
              key={state}
              size="small"
              variant={recorded === state ? 'primary' : 'secondary'}
              aria-pressed={recorded === state}
              disabled={!mayRecord}
              loading={write.isPending && write.variables === state}
              onClick={() => { if (!write.isPending && recorded !== state) write.mutate(state); }}
            >
              {text(state)}
            </Button>
          ))}
        </HStack>
      </Fieldset>
      <div role="status">{write.isSuccess && text('saved')}</div>
      <WriteProblem error={write.error} refresh={() => void queries.invalidateQueries({ queryKey: coursesKey })} />
    </div>
  );
}
