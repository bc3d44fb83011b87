/** Days of the calendar are written `YYYY-MM-DD`, in the time zone of the device; so written they compare as dates do. */

const DAY_MS = 24 * 60 * 60 * 1000;

/** The day of an epoch time in ms, as the device's calendar has it. */
export function calendarDay(epochMs: number): string {
  const day = new Date(epochMs);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** The day so many days later. */
export function addDays(day: string, days: number): string {
  // In UTC every day has 24 hours.
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Days from one day to another; negative where that one is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
