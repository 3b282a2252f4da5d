/** The zone of this device, as an IANA name. */
export const deviceZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

const partsIn = (instant: number, zone: string): Record<string, string> =>
  Object.fromEntries(
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  );

/** The wall clock of an instant in a zone: ISO date and `HH:MM`. */
export const wallClock = (
  instant: string,
  zone: string,
): { readonly date: string; readonly time: string } => {
  const parts = partsIn(Date.parse(instant), zone);
  return {
    date: `${parts['year']}-${parts['month']}-${parts['day']}`,
    time: `${parts['hour']}:${parts['minute']}`,
  };
};

/**
 * The UTC instant of a wall clock in a zone. In the hour that a change of clocks skips or repeats, the
 * offset before the change is used. `undefined` when date or time is incomplete.
 */
export const instantIn = (date: string, time: string, zone: string): string | undefined => {
  const wall = Date.parse(`${date}T${time}:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(wall)) return undefined;
  let guess = wall;
  // Two rounds: the first finds the offset, the second mends it when the first crossed a change of clocks.
  for (let round = 0; round < 2; round++) {
    const shown = wallClock(new Date(guess).toISOString(), zone);
    guess += wall - Date.parse(`${shown.date}T${shown.time}:00Z`);
  }
  return new Date(guess).toISOString();
};
