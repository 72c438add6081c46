import type { LedgerContext } from './context.js';
import type { Working } from './types/working.js';
import { cancelCourse, changeCourse, course, courses, createCourse } from './working/courses.js';
import { bounceInvitation, claimInvitations, settleInvitation } from './working/invitation-delivery.js';
import { meetings } from './working/meeting-reads.js';
import { addMinutes, answerMeeting, cancelMeeting, holdMeeting, moveMeeting, notHeldMeeting, planMeeting, setAgenda, setParticipant } from './working/meetings.js';
import { courseOffers, offerCourse, recordAttendance, stepOffer } from './working/offers.js';
import { beginCarePlan, carePlans, openPlanItems, setPlanItem } from './working/plans.js';

/** The calls of `Working`, given what they all work with. */
export function workingOf(context: LedgerContext): Working {
  const bound = <A extends readonly unknown[], R>(work: (context: LedgerContext, ...args: A) => R) => (...args: A): R => work(context, ...args);
  return {
    courses: bound(courses),
    course: bound(course),
    createCourse: bound(createCourse),
    changeCourse: bound(changeCourse),
    cancelCourse: bound(cancelCourse),
    offerCourse: bound(offerCourse),
    stepOffer: bound(stepOffer),
    recordAttendance: bound(recordAttendance),
    courseOffers: bound(courseOffers),
    meetings: bound(meetings),
    planMeeting: bound(planMeeting),
    moveMeeting: bound(moveMeeting),
    cancelMeeting: bound(cancelMeeting),
    notHeldMeeting: bound(notHeldMeeting),
    holdMeeting: bound(holdMeeting),
    answerMeeting: bound(answerMeeting),
    setParticipant: bound(setParticipant),
    claimInvitations: bound(claimInvitations),
    settleInvitation: bound(settleInvitation),
    bounceInvitation: bound(bounceInvitation),
    setAgenda: bound(setAgenda),
    addMinutes: bound(addMinutes),
    carePlans: bound(carePlans),
    beginCarePlan: bound(beginCarePlan),
    setPlanItem: bound(setPlanItem),
    openPlanItems: bound(openPlanItems),
  };
}
