/** What is thrown when a record's time is up; told by its identity, since anything may be thrown beside it. */
const TIME_UP = new Error("the time is up");

/** Holds one record to its time. */
export interface RecordTime {
  /** @throws when the time is up; {@link isTimeUp} knows the error */
  check(): void;
}

/**
 * Starts the time of a record; `null` when it has no bound, so that asking costs nothing.
 *
 * @param most - milliseconds; a record that takes as long has taken too long
 */
export function startRecordTime(most: number): RecordTime | null {
  if (most === Number.POSITIVE_INFINITY) return null;
  const end = performance.now() + most;
  return {
    check() {
      if (performance.now() >= end) throw TIME_UP;
    },
  };
}

/** Whether an error came from {@link RecordTime.check}. */
export function isTimeUp(error: unknown): boolean {
  return error === TIME_UP;
}
