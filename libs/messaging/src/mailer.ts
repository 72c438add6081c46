/** One e-mail to one addressee: nothing is loaded from anywhere when it is read. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** `<…@domain>`, the same each time the same message is sent, so that receivers can drop a repetition. */
  readonly messageId: string;
  /** The same as HTML, for those whose reader shows no plain text. */
  readonly html?: string;
  /** A meeting as iCalendar, beside the text and as a file (RFC 6047). */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
  readonly replyTo?: string;
  /** Where word goes that it could not be delivered (the envelope's sender); else to the sender. */
  readonly returnPath?: string;
  /** Further headers, by name. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends mail. */
export interface Mailer {
  /**
   * Hands a mail to the mail server.
   * @throws MailRefused when the server will never take it; any other error may pass when tried again.
   */
  send(mail: Mail): Promise<void>;
  /** Throws when the mail server does not answer or does not let us in. */
  verify(): Promise<void>;
  close(): void;
}

/** The mail server refused the mail for good: trying again changes nothing. Tells the reply code, never the address. */
export class MailRefused extends Error {
  constructor(
    readonly replyCode: number | null,
    options?: ErrorOptions,
  ) {
    super(`E-posttjeneren avviste meldingen for godt${replyCode === null ? '' : ` (svarkode ${replyCode})`}.`, options);
    this.name = 'MailRefused';
  }
}
