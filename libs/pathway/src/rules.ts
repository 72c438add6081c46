import type { WorkCalendar } from '@forlop/calendar';
import type { CompiledDefinition } from './compile/compiled.js';

/** Where the kernel finds the rules that a pathway's own events name. Both throw on what is unknown. */
export interface Rules {
  definition(id: string, version: string): CompiledDefinition;
  calendar(id: string, version: string): WorkCalendar;
}
