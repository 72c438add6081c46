import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { intakeResultSchema, referralRequestSchema, type Referral } from '@forlop/contracts';
import { Allows } from '../access/allows.js';
import { Writes, Writing, type Write } from '../http/write.js';
import { Documented } from '../openapi/documented.js';
import { API } from '../tokens.js';
import { ReferralsService } from './referrals.service.js';

@ApiTags('Henvisninger')
@Controller(`${API}/referrals`)
export class ReferralsController {
  constructor(
    private readonly referrals: ReferralsService,
    private readonly writes: Writes,
  ) {}

  @Allows('referral.create', 'henvisning')
  @Post()
  @Documented({
    summary: 'Ta imot en henvisning',
    description:
      'Starter et forløp. Samme henvisning (source.system og source.id) sendt to ganger gir ett forløp. Er innholdet et annet enn sist, registreres det som en retting. En henvisning som ikke kan godtas, for eksempel ' +
      'fordi mottakeren er ukjent, settes i karantene og følges opp fra mottaksdagen.',
    writes: true,
    answers: {
      201: { description: 'Et nytt forløp er startet.', schema: intakeResultSchema },
      200: { description: 'Henvisningen er lagt til i et forløp som finnes, retter det som var mottatt før, eller var mottatt før.', schema: intakeResultSchema },
      202: { description: 'Henvisningen er satt i karantene.', schema: intakeResultSchema },
    },
  })
  take(@Body({ schema: referralRequestSchema }) referral: Referral, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, (within) => this.referrals.take(referral, write.actor, within));
  }
}
