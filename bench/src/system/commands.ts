import { addDays, type OsloDate } from '@forlop/calendar';
import { today } from './patients.js';

/** A command as the API takes it. */
export interface Command {
  readonly path: string;
  readonly body: object;
}

/** The first: the one that changes most, because it ends the assessment and starts the clocks that follow. */
export const assess = (pathwayId: string): Command => command(pathwayId, 'vurder-rett', { svarkode: '2' }, 'Drøftet i inntaksmøtet.');

/** What a pathway goes through from assessment to the first appointment, in order: six commands. */
export function firstCommands(pathwayId: string): Command[] {
  const dato: OsloDate = addDays(today(), 60);
  return [
    assess(pathwayId),
    command(pathwayId, 'sett-frist', { dato, arsak: 'forste' }, 'Fristen er satt ut fra alvorlighetsgrad og forventet nytte.'),
    command(pathwayId, 'send-svar', { til: 'pasient', innhold: ['utfall', 'frist', 'time', 'klagerett'] }),
    command(pathwayId, 'send-svar', { til: 'henviser' }),
    command(pathwayId, 'tildel-ansvarlig', { rolle: 'koordinator', personId: 'koordinator-17' }),
    command(pathwayId, 'tilby-time', { tid: addDays(today(), 40), timeId: 'time-1', gjelder: 'oppstart' }),
  ];
}

function command(pathwayId: string, id: string, data: object, text?: string): Command {
  return { path: `/api/v1/pathways/${pathwayId}/commands/${id}`, body: { occurredOn: today(), data, ...(text !== undefined && { text }) } };
}
