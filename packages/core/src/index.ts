/** The door of core: every name that other packages may use, sorted by the folder that keeps it. */
export { granted, refuse, REFUSALS } from './refusals.ts';
export type { Refusal, RefusalCode, Result } from './refusals.ts';

export { DIAGNOSTICS } from './agreement/diagnostics.ts';
export type { Diagnostic, DiagnosticCode, Position } from './agreement/diagnostics.ts';
export { compareDescriptions } from './agreement/comparison/compare-descriptions.ts';
export type { Difference } from './agreement/comparison/difference.ts';
export { VERDICTS } from './agreement/comparison/verdict.ts';
export type { Verdict } from './agreement/comparison/verdict.ts';
export { documentOf } from './agreement/document/document-of.ts';
export type {
  Block,
  DocumentModel,
  DocumentTable,
  Phrase,
  RowGroup,
  Section,
  Signatures,
  Span,
} from './agreement/document/document-model.ts';
export { descriptionJsonSchema } from './agreement/json-schema.ts';
export { factInWords } from './agreement/in-words/fact-in-words.ts';
export { levelName, roleName } from './agreement/in-words/owner-in-words.ts';
export { promiseInWords } from './agreement/in-words/promise-in-words.ts';
export { durationInWords } from './agreement/words/duration.ts';
export { nearest } from './agreement/nearest.ts';
export { readDescription } from './agreement/read-description.ts';
export type { DescriptionReading, ReadyDescription } from './agreement/read-description.ts';
export { MAX_CHARACTERS } from './agreement/yaml/parse-yaml.ts';
export { refusedFile } from './agreement/yaml/refused-file.ts';
export type { Description } from './agreement/grammar/description.ts';
export { PROMISE_FORMS } from './agreement/grammar/promise.ts';
export type { ClauseOf, PromiseClause, PromiseForm } from './agreement/grammar/promise.ts';

export { addBusinessDays } from './calendar/add-business-days.ts';
export { addCalendarDuration } from './calendar/add-calendar-duration.ts';
export { addWorkingTime } from './calendar/add-working-time.ts';
export { businessDaysBetween } from './calendar/business-days-between.ts';
export type { Calendar } from './calendar/calendar.ts';
export { describeCalendar } from './calendar/describe-calendar.ts';
export { frozenHolidays, frozenLists } from './calendar/frozen-holidays.ts';
export type { FrozenHolidays, FrozenPlace } from './calendar/frozen-holidays.ts';
export type { HolidayLists, PublicHoliday } from './calendar/holiday-lists.ts';
export { isBusinessDay } from './calendar/is-business-day.ts';
export { isHoliday } from './calendar/is-holiday.ts';
export { isOpen } from './calendar/is-open.ts';
export { nextClosing, nextOpening, previousClosing, previousOpening } from './calendar/openings.ts';
export { readCalendar } from './calendar/read-calendar.ts';
export { segments } from './calendar/segments.ts';
export type { Segment } from './calendar/segments.ts';
export { subtractBusinessDays } from './calendar/subtract-business-days.ts';
export { subtractWorkingTime } from './calendar/subtract-working-time.ts';
export { workingTimeBetween } from './calendar/working-time-between.ts';

export { agreedBesideClause } from './agreed/agreed-instead.ts';
export { compareAgreed } from './agreed/compare-agreed.ts';
export { whatToAgree } from './agreed/what-to-agree.ts';
export type { WhatToAgree } from './agreed/what-to-agree.ts';

export { ACTIVITY_KINDS } from './facts/activities.ts';
export { SUBJECTS } from './facts/subjects.ts';
export type { Subject } from './facts/subjects.ts';

export type { Clock, ClockState, Pause, Tally, Target } from './deadline/clock.ts';
export { clocksOf } from './deadline/clocks-of.ts';
export { explainClock } from './deadline/explain-clock.ts';
export type { ClockSegment } from './deadline/explain-clock.ts';
export type { Fact, FactData } from './deadline/fact.ts';
export { followersOf } from './deadline/follow-subject.ts';
export { openingKinds } from './deadline/follow.ts';
export type { Follower } from './deadline/follower.ts';
export type { Agreed, Deviation, Term, Terms } from './deadline/terms.ts';
export { termsOf } from './deadline/terms-of.ts';

export { ELIGIBILITIES, eligibilityOf } from './entitlement/eligibility-of.ts';
export type {
  Decision,
  Eligibility,
  EligibilityException,
  EligibilityReport,
  EligibilityRule,
} from './entitlement/eligibility-of.ts';
export { gatesFor } from './entitlement/gates-for.ts';
export type { GateAnswer, Need } from './entitlement/gates-for.ts';
export { gatesOf, NEED_SCOPES } from './entitlement/gates-of.ts';
export type { StandingGate, StandingNeed } from './entitlement/gates-of.ts';
export { scopeOf } from './entitlement/scope-of.ts';
export type { Scope, ScopeItem } from './entitlement/scope-of.ts';
export { seatsOf } from './entitlement/seats-of.ts';
export type { Counted, Seats } from './entitlement/seats-of.ts';

export { clockKey } from './ledger/clock-key.ts';
export { factsFor } from './ledger/facts-for.ts';
export type { FactsRead } from './ledger/facts-for.ts';
export { followContract } from './ledger/follow-contract.ts';
export { ownerOf } from './ledger/owner-of.ts';
export type { Owner } from './ledger/owner-of.ts';
export { touches } from './ledger/touches.ts';
export type { Touched } from './ledger/touches.ts';
export { wakesAt } from './ledger/wakes-at.ts';
export { warningAt } from './ledger/warning-at.ts';

export { explanationInWords, explanationLines } from './explanation/explanation-in-words.ts';
export type { Explanation } from './explanation/explanation-in-words.ts';
export { spansOfCycles } from './explanation/picture/spans-of-cycles.ts';
export type { CycleRow } from './explanation/picture/spans-of-cycles.ts';
export { timelineSvg } from './explanation/picture/timeline-svg.ts';
export { zoneOfClock } from './explanation/view.ts';
export type { View } from './explanation/view.ts';
export { wholeWay } from './explanation/whole-way.ts';
