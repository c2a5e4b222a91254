const UNITS = ["B", "kB", "MB", "GB", "TB"] as const;

/** `4.9 kB`: decimal units, three digits at the most. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = unit === 0 || value >= 99.95 ? 0 : 1;
  return `${value.toFixed(digits)} ${UNITS[unit]!}`;
}

/** Places of commas in a whole number: `1,234,567`. */
const THOUSANDS = /\B(?=(?:\d{3}){1,7}$)/g;

/** `1,234,567`. */
export function formatCount(count: number): string {
  return Math.round(count).toString().replace(THOUSANDS, ",");
}

/** `1 article`, `2 articles`. */
export function formatNumberOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** `97 %`; what is less than 1 is never shown as `100 %`. */
export function formatShare(share: number): string {
  return `${share < 1 ? Math.min(99, Math.round(share * 100)) : 100} %`;
}

/** `0.4 s`, `1:05`, `2:03:09`. */
export function formatDuration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  const two = (value: number): string => value.toString().padStart(2, "0");
  const minutes = Math.floor(whole / 60);
  return minutes < 60 ? `${minutes}:${two(whole % 60)}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
}
