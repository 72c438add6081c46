/** The part of a structured log that this room uses; pino's loggers fit. Never given anything about a person. */
export interface Log {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}
