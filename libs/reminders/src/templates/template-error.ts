/** `bad-template`: the templates as data are not right. `no-template`: none is in force for what is asked. */
export type TemplateErrorCode = 'bad-template' | 'no-template';

/** A fault in the templates. `message` is in bokmål and names templates, never anything of a patient. */
export class TemplateError extends Error {
  constructor(
    readonly code: TemplateErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'TemplateError';
  }
}
