import { Body, Controller, Header, Param, Post, Put } from '@nestjs/common';
import { ApiBody, ApiParam, ApiTags } from '@nestjs/swagger';
import { Allows } from '../access/allows.js';
import { Writes, WritingWithOptionalKey, type Write } from '../http/write.js';
import { FHIR } from '../tokens.js';
import { CalendarIntake } from './calendar-intake.service.js';
import { DocumentedFhir } from './documented-fhir.js';

const fhirJson = 'application/fhir+json';
const mirrors =
  'Sykehusets journalsystem eier timene; Forløp speiler dem. Kjennes igjen på identifikator (eller id), og versjonen sier hva som er nyest: det samme en gang til, eller noe eldre, endrer ingenting. ' +
  'Svaret er en OperationOutcome: 201 når noe er nytt, 200 ellers, 422 når noe ikke kunne tas inn. Det andre er tatt inn likevel. Svaret sier aldri om pasienten har et forløp her.';

/** An appointment of an invented patient. */
export const appointmentExample = {
  resourceType: 'Appointment',
  id: 'A-1',
  meta: { versionId: '1', lastUpdated: '2026-04-09T07:00:00Z' },
  identifier: [{ system: 'urn:example:timebok', value: 'A-1' }],
  status: 'booked',
  serviceType: [{ coding: [{ system: 'urn:forlop:gjelder', code: 'oppstart' }] }],
  start: '2026-05-06T08:00:00Z',
  end: '2026-05-06T09:00:00Z',
  created: '2026-04-09',
  participant: [
    { actor: { identifier: { system: 'urn:oid:2.16.578.1.12.4.1.4.1', value: '15848800055' } }, status: 'accepted' },
    { actor: { identifier: { system: 'urn:oid:2.16.578.1.12.4.1.4.102', value: '4200123' } }, status: 'accepted' },
  ],
};
const slotExample = {
  resourceType: 'Slot',
  id: 'S-1',
  meta: { versionId: '1', lastUpdated: '2026-04-09T07:00:00Z' },
  contained: [{ resourceType: 'Schedule', id: 'timeplan', actor: [{ identifier: { system: 'urn:oid:2.16.578.1.12.4.1.4.102', value: '4200123' } }] }],
  schedule: { reference: '#timeplan' },
  status: 'free',
  start: '2026-05-06T08:00:00Z',
  end: '2026-05-06T09:00:00Z',
};
const bundleExample = { resourceType: 'Bundle', type: 'transaction', entry: [{ resource: appointmentExample, request: { method: 'PUT', url: 'Appointment/A-1' } }] };
const body = (description: string, value: object) => ApiBody({ description, schema: { type: 'object' }, examples: { eksempel: { value } } });
const resourceId = ApiParam({ name: 'resource', description: 'Avsenderens id for ressursen, den samme som i innholdet.', example: 'A-1', schema: { type: 'string' } });

/** Where the hospital's record system sends its calendar. */
@ApiTags('FHIR')
@Controller(FHIR)
export class CalendarDoorController {
  constructor(
    private readonly intake: CalendarIntake,
    private readonly writes: Writes,
  ) {}

  @Allows('calendar.mirror', 'time fra journalsystemet')
  @Post('Appointment')
  @Header('Content-Type', fhirJson)
  @body('Timen, gjerne etter no-basis-Appointment.', appointmentExample)
  @DocumentedFhir({ summary: 'Speil en time', description: mirrors })
  createAppointment(@Body() content: unknown, @WritingWithOptionalKey() write: Write): Promise<object> {
    return this.take(content, write);
  }

  @Allows('calendar.mirror', 'time fra journalsystemet')
  @Put('Appointment/:resource')
  @resourceId
  @Header('Content-Type', fhirJson)
  @body('Timen, gjerne etter no-basis-Appointment.', appointmentExample)
  @DocumentedFhir({ summary: 'Speil en time på nytt', description: mirrors })
  updateAppointment(@Param('resource') _resource: string, @Body() content: unknown, @WritingWithOptionalKey() write: Write): Promise<object> {
    return this.take(content, write);
  }

  @Allows('calendar.mirror', 'ledig tid fra journalsystemet')
  @Post('Slot')
  @Header('Content-Type', fhirJson)
  @body('Tiden, med Schedule i contained.', slotExample)
  @DocumentedFhir({ summary: 'Speil ledig eller opptatt tid', description: mirrors })
  createSlot(@Body() content: unknown, @WritingWithOptionalKey() write: Write): Promise<object> {
    return this.take(content, write);
  }

  @Allows('calendar.mirror', 'ledig tid fra journalsystemet')
  @Put('Slot/:resource')
  @resourceId
  @Header('Content-Type', fhirJson)
  @body('Tiden, med Schedule i contained.', slotExample)
  @DocumentedFhir({ summary: 'Speil ledig eller opptatt tid på nytt', description: mirrors })
  updateSlot(@Param('resource') _resource: string, @Body() content: unknown, @WritingWithOptionalKey() write: Write): Promise<object> {
    return this.take(content, write);
  }

  @Allows('calendar.mirror', 'timebok fra journalsystemet')
  @Post('$mirror-calendar')
  @Header('Content-Type', fhirJson)
  @body('En Bundle (transaction, batch eller collection) med Appointment, Slot og Schedule.', bundleExample)
  @DocumentedFhir({ summary: 'Speil en timebok i en Bundle', description: mirrors })
  mirror(@Body() content: unknown, @WritingWithOptionalKey() write: Write): Promise<object> {
    return this.take(content, write);
  }

  private take(content: unknown, write: Write): Promise<object> {
    const message = { bytes: Buffer.isBuffer(content) ? content : Buffer.alloc(0), receivedAt: new Date().toISOString() };
    return this.writes.once(write, (within) => this.intake.take(message, write.actor, within));
  }
}
