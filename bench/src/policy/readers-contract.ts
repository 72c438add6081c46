/**
 * Ways to answer the same read. `off`: nobody is asked who they are, and the database lets everything through. `guarded`: log-in, policy and
 * row-level security, and nothing is written down. `whole`: as people meet it, with the access log.
 */
export const ways = ['off', 'guarded', 'whole'] as const;
export type Way = (typeof ways)[number];
