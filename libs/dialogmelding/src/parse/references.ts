import type { IncomingDialogmelding, Question } from './dialogmelding.js';

function textsOf(question: Question | null): Array<string | null> {
  return question === null ? [] : [question.documentId, question.text, question.reason];
}

/** Everything that a doctor wrote or a system repeated in a message, in its order. */
export function textsIn(message: IncomingDialogmelding): readonly string[] {
  const notes = message.notes.flatMap((note) => [note.documentId, note.subject, note.text, note.remark, ...textsOf(note.question)]);
  return [...notes, ...message.questions.flatMap(textsOf)].filter((text) => text !== null);
}

/**
 * Our references that stand in a message, each once, in the order in which they stand there.
 * @param pattern what a reference looks like; it must have the flag `g`.
 */
export function referencesIn(message: IncomingDialogmelding, pattern: RegExp): readonly string[] {
  return [...new Set(textsIn(message).flatMap((text) => [...text.matchAll(pattern)].map(([found]) => found)))];
}
