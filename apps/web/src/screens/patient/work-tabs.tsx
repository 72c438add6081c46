import { lazy, Suspense, type ComponentType } from 'react';
import { Loading } from '../../shared/states.js';
import type { WorkTab } from './tabs.js';

type Tab = ComponentType<{ readonly id: string }>;

/** Each tab's code is loaded when it is opened. */
const components: Readonly<Record<WorkTab, Tab>> = {
  deltakere: lazy(async () => ({ default: (await import('./participants/tab.js')).ParticipantsTab })),
  moter: lazy(async () => ({ default: (await import('./meetings/tab.js')).MeetingsTab })),
  paminnelser: lazy(async () => ({ default: (await import('./reminders/tab.js')).RemindersTab })),
  notater: lazy(async () => ({ default: (await import('./notes/tab.js')).NotesTab })),
  planer: lazy(async () => ({ default: (await import('./plans/tab.js')).PlansTab })),
  lms: lazy(async () => ({ default: (await import('./lms/tab.js')).LmsTab })),
  timer: lazy(async () => ({ default: (await import('./appointments/tab.js')).AppointmentsTab })),
  innsyn: lazy(async () => ({ default: (await import('./access-log/tab.js')).AccessLogTab })),
};

/** What one of the tabs of the work around a pathway shows. */
export function WorkTabView({ tab, id }: { readonly tab: WorkTab; readonly id: string }) {
  const Shown = components[tab];
  return (
    <Suspense fallback={<Loading />}>
      <Shown id={id} />
    </Suspense>
  );
}
