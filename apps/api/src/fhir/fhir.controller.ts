import { Body, Controller, Get, Header, Inject, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { Allows, OpenToAll } from '../access/allows.js';
import { Writes, WritingWithOptionalKey, type Write } from '../http/write.js';
import { FHIR, PUBLIC_URL } from '../tokens.js';
import { capabilityStatement } from './capability-statement.js';
import { DocumentedFhir, serviceRequestExample } from './documented-fhir.js';
import { FhirIntakeService } from './fhir-intake.service.js';

const fhirJson = 'application/fhir+json';
const takesReferrals =
  'Svaret er en OperationOutcome: 201 når noe nytt er tatt inn, 200 når alt var mottatt før, 422 når noe ikke kunne godtas (da ligger det i karantene og følges opp), og 400 når ' +
  'innholdet ikke kan leses. Henvisningen kjennes igjen på identifikatoren sin, så den kan trygt sendes på nytt. Idempotency-Key kan brukes, men trengs ikke.';

/** The FHIR door. Senders know FHIR and nothing of us, so everything is answered in FHIR. */
@ApiTags('FHIR')
@Controller(FHIR)
export class FhirController {
  constructor(
    private readonly intake: FhirIntakeService,
    private readonly writes: Writes,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  @Allows('referral.receive', 'henvisning')
  @Post('ServiceRequest')
  @Header('Content-Type', fhirJson)
  @ApiBody({ description: 'Henvisningen, gjerne etter Norsk helsenetts profil hn-basis-serviceRequest.', schema: { type: 'object' }, examples: { henvisning: { value: serviceRequestExample } } })
  @DocumentedFhir({ summary: 'Ta imot en henvisning som FHIR', description: takesReferrals })
  create(@Body() body: unknown, @WritingWithOptionalKey() write: Write): Promise<object> {
    return this.take(body, write);
  }

  @Allows('referral.receive', 'henvisning')
  @Post()
  @Header('Content-Type', fhirJson)
  @ApiBody({
    description: 'En Bundle med ServiceRequest og ressursene den viser til.',
    schema: { type: 'object' },
    examples: { bundle: { value: { resourceType: 'Bundle', type: 'collection', entry: [{ resource: serviceRequestExample }] } } },
  })
  @DocumentedFhir({ summary: 'Ta imot henvisninger i en Bundle', description: takesReferrals })
  bundle(@Body() body: unknown, @WritingWithOptionalKey() write: Write): Promise<object> {
    return this.take(body, write);
  }

  @OpenToAll()
  @Get('metadata')
  @Header('Content-Type', fhirJson)
  @DocumentedFhir({ summary: 'Se hva FHIR-mottaket kan', description: 'CapabilityStatement etter FHIR R4.', reads: true })
  metadata(): object {
    return capabilityStatement(this.publicUrl);
  }

  private take(body: unknown, write: Write): Promise<object> {
    const message = { bytes: Buffer.isBuffer(body) ? body : Buffer.alloc(0), receivedAt: new Date().toISOString() };
    return this.writes.once(write, (within) => this.intake.take(message, write.actor, within));
  }
}
