import { applyDecorators, Header } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';

/** An XLSX workbook's media type. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Media types of texts, which say by what they are written. */
const texts = /^text\/|\/(xml|json)$/;

/** The answer is a file that a browser saves under a name. */
export function Downloads(type: string, name: string): MethodDecorator {
  return applyDecorators(Header('Content-Type', texts.test(type) ? `${type}; charset=utf-8` : type), Header('Content-Disposition', `attachment; filename="${name}"`), ApiProduces(type));
}
