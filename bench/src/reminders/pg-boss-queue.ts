/** Name of the plain queue. */
export const bossQueue = 'reminders';
