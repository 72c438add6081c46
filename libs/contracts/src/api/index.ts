export { eventId as eventIdSchema, pathwayId as pathwayIdSchema } from './parts.js';
export { problemSchema, recordedEventSchema, type Problem, type ProblemError } from './problem.js';
export { explanationSchema } from './explanation.js';
export { intakeResultSchema, quarantineReleaseSchema, referralRequestSchema } from './intake.js';
export { commandsQuerySchema, commandsSchema, lookBackSchema, pathwayViewSchema, timelineSchema } from './pathway-view.js';
export {
  commandAnswerSchema,
  commandRequestSchema,
  confirmationRequestSchema,
  contactAnswerSchema,
  contactRequestSchema,
  correctionRequestSchema,
  effectsRequestSchema,
  effectsSchema,
  factsRequestSchema,
  modeRequestSchema,
  moveRequestSchema,
  ownerRequestSchema,
  recordedSchema,
  retractionRequestSchema,
} from './writing.js';
export { quarantinePageSchema, quarantineQuerySchema, worklistCountsQuerySchema, worklistCountsSchema, worklistPageSchema, worklistQuerySchema, type WorklistQueryParameters } from './worklist.js';
export {
  bulkAnswerSchema,
  bulkRequestSchema,
  findingAsideRequestSchema,
  findingOwnerRequestSchema,
  findingsPageSchema,
  findingsQuerySchema,
  colleaguesSchema,
  inboxPageSchema,
  inboxQuerySchema,
  noteRequestSchema,
  noteStrikeRequestSchema,
  notesSchema,
  removedViewSchema,
  savedViewRequestSchema,
  savedViewSchema,
  savedViewsSchema,
  worklistColumns,
  worklistExportQuerySchema,
  worklistExportSchema,
  type WorklistColumn,
} from './work.js';
export { pathwayRemindersQuerySchema, reminderAnswerRequestSchema, reminderAnswerSchema, reminderExportQuerySchema, reminderExportSchema, reminderSteeredSchema, reminderStopRequestSchema, remindersAskedSchema, remindersPageSchema, remindersQuerySchema } from './reminders.js';
export { preferencesRequestSchema, receiverSchema } from './receivers.js';
export { endSubscriberRequestSchema, rotationRequestSchema, subscriberRequestSchema, subscriberSchema, subscriberSecretSchema, subscribersSchema } from './webhooks.js';
export { setAsideRequestSchema, unmatchedAttachedSchema, unmatchedAttachmentSchema, unmatchedCountsSchema, unmatchedOpenedSchema, unmatchedOwnerSchema, unmatchedPageSchema, unmatchedQuerySchema, unmatchedSchema } from './unmatched.js';
export { reminderPreviewQuerySchema, reminderPreviewSchema, reminderTemplatesSchema } from './reminder-templates.js';
export { commandPreviewSchema } from './preview.js';
export { searchPageSchema, searchRequestSchema } from './search.js';
export { payloadsSchema } from './codec.js';
export { calendarsSchema, definitionSchema, definitionsSchema, referralChoicesQuerySchema, referralChoicesSchema } from './rules.js';
export { livenessSchema, organisationRequestSchema, organisationSchema, organisationsSchema, readinessSchema } from './house.js';
export {
  carriedOutSchema,
  erasureHoldRequestSchema,
  erasureHoldSchema,
  erasureHoldsSchema,
  erasureObstaclesSchema,
  erasureRequestedSchema,
  erasureRequestSchema,
  erasuresQuerySchema,
  erasuresSchema,
  holdLiftRequestSchema,
  liftedHoldSchema,
  retentionDueSchema,
  retentionQuerySchema,
  withdrawnErasureSchema,
} from './erasure.js';
export {
  accessLogPageSchema,
  accessLogQuerySchema,
  blockRequestSchema,
  breakGlassByNumberRequestSchema,
  breakGlassOpenedSchema,
  breakGlassRequestSchema,
  breakGlassSchema,
  breakGlassUsesQuerySchema,
  breakGlassUsesSchema,
  endedSessionsSchema,
  endSessionsRequestSchema,
  meSchema,
  participantRequestSchema,
  participantsSchema,
  roleGrantRequestSchema,
  roleGrantSchema,
  roleGrantsQuerySchema,
  roleGrantsSchema,
  roleWithdrawalRequestSchema,
  sessionsSchema,
  transferRequestSchema,
  withdrawalRequestSchema,
} from './access.js';
export {
  attendanceRequestSchema,
  courseCancellationSchema,
  courseOfferAnswerSchema,
  courseOfferRequestSchema,
  courseOfferSchema,
  courseOffersQuerySchema,
  courseOffersSchema,
  courseRequestSchema,
  courseSchema,
  coursesQuerySchema,
  coursesSchema,
  courseStepRequestSchema,
} from './courses.js';
export {
  agendaRequestSchema,
  invitationSchema,
  meetingAnswerSchema,
  meetingHeldSchema,
  meetingReasonSchema,
  meetingRequestSchema,
  meetingsSchema,
  meetingParticipantRequestSchema,
  meetingTimeRequestSchema,
  minutesRequestSchema,
} from './meetings.js';
export { carePlanRequestSchema, carePlansSchema, openPlanItemsQuerySchema, openPlanItemsSchema, planItemRequestSchema } from './plans.js';
export { workedSchema } from './work-parts.js';
export {
  appointmentColumns,
  appointmentFileSchema,
  appointmentRequestRequestSchema,
  appointmentRequestSchema,
  appointmentRequestsPageSchema,
  appointmentRequestsQuerySchema,
  appointmentsSchema,
  breakingPageSchema,
  breakingQuerySchema,
  calendarWeeksQuerySchema,
  calendarWeeksSchema,
  capacityColumns,
  capacityFileSchema,
  mirroredFileSchema,
  pathwayAppointmentRequestsSchema,
} from './mirrored-calendar.js';
export { nextReportSchema, reportReadersQuerySchema, reportReadersSchema, reportRunsSchema, reportScheduleRequestSchema, reportScheduleSchema, reportSchedulesSchema, reportTimingQuerySchema } from './report-schedules.js';
export { complianceCellQuerySchema, complianceCellSchema, complianceEventLogQuerySchema, complianceNprQuerySchema, complianceFileSchema, complianceIndicatorsSchema, complianceQuerySchema, complianceReportSchema } from './compliance.js';
export { pathwayMapQuerySchema, pathwayMapSchema, rehearsalRequestSchema, rehearsalSchema } from './pathway-map.js';
export { historyRunSchema, historyRunsQuerySchema, historyRunsSchema } from './history-runs.js';
export { forecastQuerySchema, forecastSchema, whatIfExplanationSchema, whatIfFlipsQuerySchema, whatIfFlipsSchema, whatIfJobSchema, whatIfJobsSchema, whatIfRequestSchema } from './what-if.js';
export { clockPictureSchema } from './clock-picture.js';
