import type { LedgerContext } from './context.js';
import type { DailyWork } from './types/daily-work.js';
import { findingsList, setFindingAside, takeFinding } from './daily-work/findings.js';
import { referralInbox } from './daily-work/inbox.js';
import { addNote, notes, rewriteNote, strikeOutNote } from './daily-work/notes.js';
import { remindNow } from './daily-work/remind-now.js';
import { removeView, savedViews, saveView } from './daily-work/saved-views.js';

/** The calls of the coordinator's work across patients, each a function of one file. */
export function dailyWorkOf(context: LedgerContext): DailyWork {
  return {
    findingsList: (query) => findingsList(context, query),
    takeFinding: (pathwayId, key, person, actor, within) => takeFinding(context, pathwayId, key, person, actor, within),
    setFindingAside: (pathwayId, key, input, actor, within) => setFindingAside(context, pathwayId, key, input, actor, within),
    referralInbox: (query) => referralInbox(context, query),
    notes: (pathwayId) => notes(context, pathwayId),
    addNote: (pathwayId, note, actor, within) => addNote(context, pathwayId, note, actor, within),
    rewriteNote: (pathwayId, noteId, note, actor, within) => rewriteNote(context, pathwayId, noteId, note, actor, within),
    strikeOutNote: (pathwayId, noteId, why, actor, within) => strikeOutNote(context, pathwayId, noteId, why, actor, within),
    remindNow: (pathwayId, actor, within) => remindNow(context, pathwayId, actor, within),
    savedViews: () => savedViews(context),
    saveView: (id, view, within) => saveView(context, id, view, within),
    removeView: (id, within) => removeView(context, id, within),
  };
}
