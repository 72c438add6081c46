import { AccessLogEntity, AccessLogHeadEntity } from './access-log.js';
import { BreakGlassEntity } from './break-glass.js';
import { BreakGlassAttemptEntity } from './break-glass-attempt.js';
import { CarePlanEntity, CarePlanItemEntity, WorkEntryEntity } from './care-plan.js';
import { ClockRowEntity } from './clock-row.js';
import { CourseAttendanceEntity, CourseEntity, CourseOfferEntity, CourseSessionEntity } from './course.js';
import { DailyRootEntity, DailyRootHeadEntity } from './daily-root.js';
import { DatabaseMarkEntity, ErasedSourceEntity, ErasureEntity, ErasureHoldEntity, ErasureListEntity } from './erasure.js';
import { EventEntity } from './event.js';
import { FindingRowEntity } from './finding-row.js';
import { IdempotencyEntity } from './idempotency.js';
import { EndedSessionEntity, KnownPersonEntity, UsedOnceEntity, WebSessionEntity } from './log-in-memory.js';
import { MeetingEntity, MeetingInvitationEntity, MeetingMinutesEntity, MeetingParticipantEntity } from './meeting.js';
import { AppointmentRequestEntity, MirroredAppointmentEntity, MirroredCapacityEntity } from './mirrored-calendar.js';
import { ObligationAttemptEntity } from './obligation-attempt.js';
import { ObligationRowEntity } from './obligation-row.js';
import { OrganisationEntity } from './organisation.js';
import { OutboxEntity } from './outbox.js';
import { PathwayAccessEntity } from './pathway-access.js';
import { PathwayEntity } from './pathway.js';
import { PathwayStateEntity } from './pathway-state.js';
import { PatientContactEntity } from './patient-contact.js';
import { PatientEntity } from './patient.js';
import { PatientNameTokenEntity } from './patient-name-token.js';
import { QuarantineEntity } from './quarantine.js';
import { ReferralSourceEntity } from './referral-source.js';
import { ReceiverEntity, ReminderEntity, ReminderEntryEntity, UnmatchedEntryEntity, UnmatchedMessageEntity } from './reminder.js';
import { RegistryFeedEntity } from './registry-feed.js';
import { RegistryLookEntity } from './registry-look.js';
import { ReportMailEntity, ReportRunEntity, ReportScheduleEntity } from './report-schedule.js';
import { ClockKindEntity, ClockSumEntity, PathwaySumEntity } from './sums.js';
import { RoleGrantEntity } from './role-grant.js';
import { SavedViewEntity } from './saved-view.js';
import { SettingEntity } from './setting.js';
import { SystemKeyEntity } from './system-key.js';
import { WebhookKeyEntity, WebhookServedEntity, WebhookSubscriberEntity } from './webhook.js';
import { HistoryRunEndEntity, HistoryRunEntity } from './history-run.js';
import { WhatIfJobEntity } from './what-if-job.js';

/** Every table of the ledger. */
export const entities = [
  AccessLogEntity,
  AccessLogHeadEntity,
  AppointmentRequestEntity,
  BreakGlassAttemptEntity,
  BreakGlassEntity,
  ClockRowEntity,
  DailyRootEntity,
  DailyRootHeadEntity,
  DatabaseMarkEntity,
  EndedSessionEntity,
  ErasedSourceEntity,
  ErasureEntity,
  ErasureHoldEntity,
  ErasureListEntity,
  EventEntity,
  FindingRowEntity,
  IdempotencyEntity,
  MirroredAppointmentEntity,
  MirroredCapacityEntity,
  ObligationAttemptEntity,
  ObligationRowEntity,
  OrganisationEntity,
  OutboxEntity,
  PathwayAccessEntity,
  PathwayEntity,
  PathwayStateEntity,
  PatientContactEntity,
  PatientEntity,
  PatientNameTokenEntity,
  QuarantineEntity,
  ReferralSourceEntity,
  ReceiverEntity,
  ReminderEntity,
  ReminderEntryEntity,
  RegistryFeedEntity,
  RegistryLookEntity,
  RoleGrantEntity,
  SavedViewEntity,
  SettingEntity,
  SystemKeyEntity,
  UnmatchedEntryEntity,
  UnmatchedMessageEntity,
  UsedOnceEntity,
  WebhookKeyEntity,
  WebhookServedEntity,
  WebhookSubscriberEntity,
  HistoryRunEndEntity,
  HistoryRunEntity,
  WhatIfJobEntity,
  WebSessionEntity,
  KnownPersonEntity,
  CarePlanEntity,
  CarePlanItemEntity,
  CourseAttendanceEntity,
  CourseEntity,
  CourseOfferEntity,
  CourseSessionEntity,
  MeetingEntity,
  MeetingInvitationEntity,
  MeetingMinutesEntity,
  MeetingParticipantEntity,
  WorkEntryEntity,
  ReportScheduleEntity,
  ReportRunEntity,
  ReportMailEntity, ClockKindEntity, ClockSumEntity, PathwaySumEntity,
] as const;

export {
  AccessLogEntity,
  AccessLogHeadEntity,
  AppointmentRequestEntity,
  BreakGlassAttemptEntity,
  BreakGlassEntity,
  ClockRowEntity,
  DailyRootEntity,
  DailyRootHeadEntity,
  DatabaseMarkEntity,
  ErasedSourceEntity,
  ErasureEntity,
  ErasureHoldEntity,
  ErasureListEntity,
  EventEntity,
  FindingRowEntity,
  IdempotencyEntity,
  MirroredAppointmentEntity,
  MirroredCapacityEntity,
  ObligationAttemptEntity,
  ObligationRowEntity,
  OrganisationEntity,
  OutboxEntity,
  PathwayAccessEntity,
  PathwayEntity,
  PathwayStateEntity,
  PatientContactEntity,
  PatientEntity,
  PatientNameTokenEntity,
  QuarantineEntity,
  ReferralSourceEntity,
  ReceiverEntity,
  ReminderEntity,
  ReminderEntryEntity,
  RegistryFeedEntity,
  RegistryLookEntity,
  RoleGrantEntity,
  SavedViewEntity,
  SettingEntity,
  SystemKeyEntity,
  UnmatchedEntryEntity,
  UnmatchedMessageEntity,
  WebhookKeyEntity,
  WebhookServedEntity,
  WebhookSubscriberEntity,
  CarePlanEntity,
  CarePlanItemEntity,
  CourseAttendanceEntity,
  CourseEntity,
  CourseOfferEntity,
  CourseSessionEntity,
  MeetingEntity,
  MeetingMinutesEntity,
  MeetingParticipantEntity,
  WorkEntryEntity,
  HistoryRunEndEntity,
  HistoryRunEntity,
  WhatIfJobEntity,
  ReportMailEntity,
  ReportRunEntity,
  ReportScheduleEntity,
  ClockKindEntity,
  ClockSumEntity,
  PathwaySumEntity,
};
