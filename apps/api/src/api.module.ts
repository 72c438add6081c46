import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { standardLimits, type RateLimits } from '@forlop/config';
import type { LoadedRules } from '@forlop/definitions';
import type { Ledger } from '@forlop/ledger';
import type { AnswerTokens } from '@forlop/reminders';
import { AccessGuard } from './access/access.guard.js';
import { AccessLogInterceptor } from './access/access-log.interceptor.js';
import { AccessLog } from './access/access-log.service.js';
import { MeController } from './access/me.controller.js';
import { AccessLogController } from './access-log/access-log.controller.js';
import { AnswersController } from './answers/answers.controller.js';
import { ParticipantsController } from './participants/participants.controller.js';
import { ReminderAnswerController } from './reminders/answer.controller.js';
import { ReceiversController } from './reminders/receivers.controller.js';
import { RemindersController } from './reminders/reminders.controller.js';
import { ReminderSteeringController } from './reminders/steering.controller.js';
import { ReminderTemplatesController } from './reminders/templates.controller.js';
import { RoleGrantsController } from './role-grants/role-grants.controller.js';
import { CodecController, type Codec } from './codec/codec.controller.js';
import { BreakGlassController } from './break-glass/break-glass.controller.js';
import type { Authentication } from './access/authentication.js';
import { requestLedger } from './access/request-scope.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { CalendarFiles } from './calendar/calendar-files.service.js';
import { PathwayAppointmentsController } from './calendar/pathway-appointments.controller.js';
import { ErasureController } from './erasure/erasure.controller.js';
import { ErasureService } from './erasure/erasure.service.js';
import { HoldsController } from './erasure/holds.controller.js';
import { CalendarDoorController } from './fhir/calendar-door.controller.js';
import { CalendarIntake } from './fhir/calendar-intake.service.js';
import { FhirController } from './fhir/fhir.controller.js';
import { FhirIntakeService } from './fhir/fhir-intake.service.js';
import { HealthController } from './health/health.controller.js';
import type { TemporalProbe } from './health/temporal-probe.js';
import { HouseController } from './house/house.controller.js';
import { HouseService } from './house/house.service.js';
import { LiveHub } from './live/live-hub.js';
import { Limits } from './http/limits.js';
import { ValidationPipe } from './http/validation.pipe.js';
import { Writes } from './http/write.js';
import { EventsController } from './pathways/events.controller.js';
import { PathwayReads } from './pathways/pathway-reads.service.js';
import { PathwayWrites } from './pathways/pathway-writes.service.js';
import { PathwayWritesController } from './pathways/pathway-writes.controller.js';
import { ComplianceService } from './compliance/compliance.service.js';
import { ReportSchedulesController } from './compliance/report-schedules.controller.js';
import { StoredReports } from './compliance/stored-reports.service.js';
import { EventLogService } from './compliance/event-log.service.js';
import { NprService } from './compliance/npr.service.js';
import { ComplianceController } from './compliance/compliance.controller.js';
import { PathwayMapController } from './pathway-map/pathway-map.controller.js';
import { PathwaysController } from './pathways/pathways.controller.js';
import { QuarantineController } from './quarantine/quarantine.controller.js';
import { QuarantineService } from './quarantine/quarantine.service.js';
import { ReferralsController } from './referrals/referrals.controller.js';
import { ReferralsService } from './referrals/referrals.service.js';
import { RehearsalsController } from './rehearsals/rehearsals.controller.js';
import { RulesController } from './rules/rules.controller.js';
import { OwnSessionsController } from './sessions/own-sessions.controller.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { SearchController } from './search/search.controller.js';
import { SearchService } from './search/search.service.js';
import { ACCEPT_SYNTHETIC, ANSWER_TOKENS, AUTHENTICATION, BASE_LEDGER, CODEC, COUNTING_THREADS, LEDGER, PUBLIC_URL, RULES, TEMPORAL_PROBE } from './tokens.js';
import { UnmatchedController } from './unmatched/unmatched.controller.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';
import { BulkController } from './daily-work/bulk.controller.js';
import { BulkService } from './daily-work/bulk.service.js';
import { FindingsController } from './daily-work/findings.controller.js';
import { InboxController } from './daily-work/inbox.controller.js';
import { NotesController } from './daily-work/notes.controller.js';
import { ColleaguesController } from './daily-work/colleagues.controller.js';
import { SavedViewsController } from './daily-work/saved-views.controller.js';
import { CourseOffersController } from './working/course-offers.controller.js';
import { CoursesController } from './working/courses.controller.js';
import { MeetingsController } from './working/meetings.controller.js';
import { PlansController } from './working/plans.controller.js';
import { ForecastController } from './forecast/forecast.controller.js';
import { ImportsController } from './imports/imports.controller.js';
import { WhatIfController } from './what-if/what-if.controller.js';
import { WhatIfJobs } from './what-if/what-if-jobs.js';
import { WorklistController } from './worklist/worklist.controller.js';
import { WorklistService } from './worklist/worklist.service.js';

/** What the API stands on. Whoever opens these closes them, after the API. */
export interface ApiParts {
  readonly ledger: Ledger;
  readonly rules: LoadedRules;
  readonly temporal: TemporalProbe;
  readonly authentication: Authentication;
  /** Where people and senders reach the API; without a slash at the end. */
  readonly publicUrl: string;
  /** Whether FHIR referrals may be about test persons; where not, they are quarantined. */
  readonly acceptSynthetic: boolean;
  /** Opens what is encrypted in workflows' histories; without it nobody can here. */
  readonly codec?: Codec;
  /** Reads the links that answer a reminder; without it none does. */
  readonly answerTokens?: AnswerTokens;
  /** How many requests are let through; the standard ones where none are given. */
  readonly limits?: RateLimits;
  /** Proxies whose `X-Forwarded-For` is believed; none where none are given. */
  readonly trustedProxies?: readonly string[];
  /** Threads that many pathways are counted in. Without it they are counted in the API's own, a page at a time. */
  readonly countingThreads?: number;
  /** Folder of the built web application; without it none is served. */
  readonly web?: string;
}

@Module({})
export class ApiModule {
  static of({ ledger, rules, temporal, authentication, publicUrl, acceptSynthetic, codec, answerTokens, limits = standardLimits, countingThreads = 0 }: ApiParts): DynamicModule {
    return {
      module: ApiModule,
      controllers: [
        ReferralsController, FhirController, PathwaysController, PathwayWritesController, EventsController, WorklistController, SearchController,
        QuarantineController, RulesController, ParticipantsController, BreakGlassController, ErasureController, HoldsController,
        AccessLogController, RoleGrantsController, HouseController, CodecController, OwnSessionsController, SessionsController, MeController, RemindersController, ReminderSteeringController, ReminderAnswerController, ReminderTemplatesController, ReceiversController, WebhooksController, UnmatchedController, AnswersController, HealthController,
        FindingsController, InboxController, NotesController, SavedViewsController, BulkController, ColleaguesController,
        CoursesController, CourseOffersController, MeetingsController, PlansController,
        CalendarController, PathwayAppointmentsController, CalendarDoorController, PathwayMapController, ComplianceController, ReportSchedulesController, RehearsalsController, WhatIfController, ForecastController, ImportsController,
      ],
      providers: [
        { provide: BASE_LEDGER, useValue: ledger },
        { provide: LEDGER, useValue: requestLedger(ledger) },
        { provide: RULES, useValue: rules },
        { provide: TEMPORAL_PROBE, useValue: temporal },
        { provide: PUBLIC_URL, useValue: publicUrl },
        { provide: ACCEPT_SYNTHETIC, useValue: acceptSynthetic },
        { provide: CODEC, useValue: codec ?? null },
        { provide: ANSWER_TOKENS, useValue: answerTokens ?? null },
        { provide: COUNTING_THREADS, useValue: countingThreads },
        { provide: AUTHENTICATION, useValue: authentication },
        { provide: Limits, useValue: new Limits(limits) },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: AccessLogInterceptor },
        { provide: APP_PIPE, useClass: ValidationPipe },
        LiveHub, AccessLog, Writes, ReferralsService, FhirIntakeService, PathwayReads, PathwayWrites, WorklistService, ComplianceService, StoredReports, EventLogService, NprService, SearchService, QuarantineService, HouseService, ErasureService, BulkService,
        CalendarFiles, CalendarIntake, WhatIfJobs,
      ],
    };
  }
}
