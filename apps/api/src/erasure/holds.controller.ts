import { Body, Controller, Delete, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { erasureHoldRequestSchema, erasureHoldSchema, erasureHoldsSchema, holdLiftRequestSchema, liftedHoldSchema } from '@forlop/contracts';
import { LedgerError, type Ledger } from '@forlop/ledger';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { PathwayId } from '../http/validation.pipe.js';
import { Writes, Writing, type Write } from '../http/write.js';
import { Documented } from '../openapi/documented.js';
import { API, LEDGER } from '../tokens.js';

const holdParam = ApiParam({ name: 'hold', description: 'Id-en til bestemmelsen om bevaring.', example: '0198c0de-9999-7000-8000-000000000001', schema: { type: 'string' } });

/** Holds: a complaint, a claim or a supervision that the record is needed for. */
@ApiTags('Sletting')
@Controller(`${API}/pathways/:id/holds`)
export class HoldsController {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    private readonly writes: Writes,
  ) {}

  @Allows('erasure.hold', 'bevaring')
  @Get()
  @Documented({ summary: 'Hent bestemmelser om bevaring', description: 'De som gjelder nå for pasienten.', answers: { 200: { description: 'Bestemmelsene.', schema: erasureHoldsSchema } }, problems: ['not-found'] })
  async holds(@PathwayId() id: string): Promise<z.input<typeof erasureHoldsSchema>> {
    return { pathwayId: id, holds: await this.ledger.erasureHolds(id) };
  }

  @Allows('erasure.hold', 'bevaring')
  @Post()
  @Documented({ summary: 'Bestem at opplysningene skal bevares', description: 'Pasienten slettes ikke så lenge bestemmelsen gjelder.', writes: true, answers: { 201: { description: 'Opplysningene bevares.', schema: erasureHoldSchema } }, problems: ['not-found', 'erased'] })
  hold(@PathwayId() id: string, @Body({ schema: erasureHoldRequestSchema }) { reason }: z.output<typeof erasureHoldRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, async (within) => ({ status: 201, body: await this.ledger.holdErasure(id, reason, write.actor, within) }));
  }

  @Allows('erasure.lift-hold', 'bevaring')
  @Delete(':hold')
  @holdParam
  @Documented({ summary: 'Opphev bevaring', description: 'Opplysningene må ikke lenger bevares av denne grunnen.', writes: true, answers: { 200: { description: 'Bevaringen er opphevet.', schema: liftedHoldSchema } }, problems: ['not-found'] })
  lift(@PathwayId() id: string, @Param('hold') hold: string, @Body({ schema: holdLiftRequestSchema }) { reason }: z.output<typeof holdLiftRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, async (within) => {
      const standing = await this.ledger.erasureHolds(id, within);
      if (!standing.some((one) => one.id === hold)) throw new LedgerError('unknown-erasure', 'Bestemmelsen om bevaring finnes ikke, eller den er opphevet.');
      await this.ledger.liftErasureHold(hold, reason, write.actor, within);
      return { status: 200, body: { id: hold, pathwayId: id } };
    });
  }
}
