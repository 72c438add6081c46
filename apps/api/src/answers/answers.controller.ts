import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { LedgerError, type Ledger } from '@forlop/ledger';
import { referenceOf, type AnswerTokens, type TokenPurpose } from '@forlop/reminders';
import type { Request, Response } from 'express';
import { OpenToAll } from '../access/allows.js';
import { ANSWER_TOKENS, BASE_LEDGER } from '../tokens.js';
import { DocumentedPage } from './documented-page.js';
import { ANSWERS, sendPage, type PageContent } from './page.js';
import { answersByValue, askPage, expiredLink, noSuchLink, notAnAnswer, takenPage, unsubscribedPage, unsubscribePage } from './sentences.js';

const Token = () => ApiParam({ name: 'token', description: 'Det signerte innholdet i lenken.', example: 'svar-1.WyJhbnN3ZXIiXQ.x', schema: { type: 'string' } });

/**
 * Pages that links in messages lead to. The link is the only authority: no log-in and no cookie is asked for, so no other page gains by sending
 * somebody here. To open one changes nothing, for mail scanners open them all; a button does.
 */
@ApiTags('Svar fra lenker')
@OpenToAll()
@Controller(ANSWERS)
export class AnswersController {
  constructor(
    @Inject(BASE_LEDGER) private readonly ledger: Ledger,
    @Inject(ANSWER_TOKENS) private readonly tokens: AnswerTokens | null,
  ) {}

  @Get(':token')
  @Token()
  @DocumentedPage({ summary: 'Åpne svarsiden til en påminnelse', description: 'Endrer ingenting, og viser bare referansen som står i meldingen.' })
  ask(@Param('token') token: string, @Res() response: Response): Promise<void> {
    return this.answered(token, 'answer', response, async (reminderId, ledger) => {
      const pathwayId = await ledger.pathwayOfReminder(reminderId);
      return [200, askPage(referenceOf(pathwayId), answerIn(pathwayId, reminderId, token))];
    });
  }

  @Post(':token')
  @Token()
  @DocumentedPage({ summary: 'Svar på en påminnelse', description: 'Skjemafeltet svar er «mottatt» eller «ikke-min». Det samme svaret en gang til endrer ingenting.', conflict: true })
  answer(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.answered(token, 'answer', response, async (reminderId, ledger) => {
      const given = (request.body as { readonly svar?: unknown } | undefined)?.svar;
      const answer = typeof given === 'string' && Object.hasOwn(answersByValue, given) ? answersByValue[given] : undefined;
      if (answer === undefined) return [400, notAnAnswer];
      const pathwayId = await ledger.pathwayOfReminder(reminderId);
      return takenPage(await ledger.answerReminder(reminderId, answer), answer, referenceOf(pathwayId), answerIn(pathwayId, reminderId, token));
    });
  }

  @Get('avmeld/:token')
  @Token()
  @DocumentedPage({ summary: 'Åpne avmeldingen av samlemeldinger', description: 'Endrer ingenting.' })
  askUnsubscribing(@Param('token') token: string, @Res() response: Response): Promise<void> {
    return this.answered(token, 'unsubscribe', response, async (reminderId, ledger) => {
      await ledger.pathwayOfReminder(reminderId);
      return [200, unsubscribePage];
    });
  }

  /** Mail programs post here by themselves (RFC 8058); what they send along says nothing more. */
  @Post('avmeld/:token')
  @Token()
  @DocumentedPage({ summary: 'Meld av samlemeldinger', description: 'Ett trykk i e-postprogrammet er nok (RFC 8058). Hver påminnelse kommer da for seg.' })
  unsubscribe(@Param('token') token: string, @Res() response: Response): Promise<void> {
    return this.answered(token, 'unsubscribe', response, async (reminderId, ledger) => {
      await ledger.unsubscribe(reminderId);
      return [200, unsubscribedPage];
    });
  }

  /** Does what the link is for, with eyes for its reminder alone. */
  private async answered(token: string, purpose: TokenPurpose, response: Response, work: (reminderId: string, ledger: Ledger) => Promise<readonly [number, PageContent]>): Promise<void> {
    const read = this.tokens?.verify(token, purpose, Date.now());
    if (read?.ok !== true) return read?.why === 'expired' ? sendPage(response, 410, expiredLink) : sendPage(response, 404, noSuchLink);
    const reminderId = read.content.subject;
    try {
      const [status, content] = await work(reminderId, this.ledger.as({ kind: 'answer', actor: 'system:link', reminderId }));
      sendPage(response, status, content);
    } catch (error) {
      if (!(error instanceof LedgerError && nothingThere.has(error.code))) throw error;
      sendPage(response, 404, noSuchLink);
    }
  }
}

/** Where the web application lets whoever has logged in answer with more, and by which link they came. */
const answerIn = (pathwayId: string, reminderId: string, token: string): string => `/pasient/${pathwayId}?${new URLSearchParams({ paminnelse: reminderId, lenke: token })}`;

/** A reminder that never was, or is of somebody who has been erased. */
const nothingThere: ReadonlySet<LedgerError['code']> = new Set(['unknown-obligation', 'unknown-pathway', 'bad-data', 'erased']);
