/** The hour of Monday, in the home zone, from which digests go out. */
const FROM = 7;
/** What Monday missed because the server was stopped is made up for until the end of Tuesday; then it is for next week. */
const LAST_DAY = 2;

/** Where a moment stands in a home zone. */
export interface Morning {
  /** The day there, `YYYY-MM-DD`. */
  readonly today: string;
  /** The Monday whose digest is due at this moment; absent before its hour and after its last day. */
  readonly monday?: string;
}

/** The day of a moment in a zone, and the Monday whose digest is due then. */
export const morningOf = (now: number, zone: string): Morning => {
  const there = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  const today = there.toPlainDate().toString();
  const isDue = there.dayOfWeek <= LAST_DAY && (there.dayOfWeek > 1 || there.hour >= FROM);
  return isDue
    ? {
        today,
        monday: there
          .toPlainDate()
          .subtract({ days: there.dayOfWeek - 1 })
          .toString(),
      }
    : { today };
};

/** True for the first Monday of a month. */
export const isFirstOfMonth = (monday: string): boolean => Number(monday.slice(8)) <= 7;
