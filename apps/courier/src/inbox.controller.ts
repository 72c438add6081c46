import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { inboxHeaders, type Inbox } from '@forlop/messaging';
import { INBOX } from './tokens.js';

/** The viewable inbox, where mail lands while no mail server is set up. */
@Controller('mail')
export class InboxController {
  constructor(@Inject(INBOX) private readonly inbox: Inbox) {}

  @Get()
  list(@Res() response: Response): Promise<void> {
    return this.show(response);
  }

  @Get(':id')
  one(@Param('id') id: string, @Res() response: Response): Promise<void> {
    return this.show(response, id);
  }

  private async show(response: Response, id?: string): Promise<void> {
    const { status, html } = await this.inbox.page('/mail', id);
    response.status(status).type('html').set(inboxHeaders).send(html);
  }
}
