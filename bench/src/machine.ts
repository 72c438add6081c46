import { cpus, totalmem } from 'node:os';

/** What a figure must be read against: processor, cores, memory, Node. No host name, no path. */
export function machineFacts(): Record<string, string | number> {
  const processors = cpus();
  return {
    processor: processors[0]?.model ?? 'unknown',
    cores: processors.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
  };
}

/**
 * A sentence for whoever reads the figures when others were at work on the machine as the bench began; else nothing.
 * @param load processes that ran or waited for a processor, over the last minute.
 */
export function disturbance(load: number): string {
  const { length: cores } = cpus();
  return load < cores / 4 ? '' : ` Disturbed: as the bench began, other work kept ${load.toFixed(1)} processes running or waiting on ${cores} cores, so that times are longer than on an idle machine.`;
}
