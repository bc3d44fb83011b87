import type { Variant } from '../domain/pitch/pitch';

const dateTime = new Intl.DateTimeFormat('ja-JP', {
  month: 'numeric',
  day: 'numeric',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const date = new Intl.DateTimeFormat('ja-JP', { year: 'numeric', month: 'long', day: 'numeric' });
const number = new Intl.NumberFormat('ja-JP');

/** 58秒, 1分05秒. Rounded to whole seconds. */
export function formatDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds}秒`;
  const rest = seconds % 60;
  return `${Math.floor(seconds / 60)}分${rest === 0 ? '' : `${String(rest).padStart(2, '0')}秒`}`;
}

/** 0:58, 1:05: a running clock, whole seconds that have passed. */
export function formatClock(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** 40秒, 1分, 1分30秒: a time budget in seconds. */
export function formatBudget(seconds: number): string {
  return formatDuration(seconds * 1000);
}

/** 1分, or that it is a text: what a variant is held to, in the place of its time. */
export function formatAllowance({ medium, timeBudget }: Pick<Variant, 'medium' | 'timeBudget'>): string {
  return medium === 'written' ? '読んでもらう文章' : formatBudget(timeBudget);
}

/** +5秒, −12秒, ちょうど: a difference in ms. */
export function formatDifference(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds === 0) return 'ちょうど';
  return `${seconds > 0 ? '+' : '−'}${formatDuration(Math.abs(seconds) * 1000)}`;
}

export function formatDateTime(epochMs: number): string {
  return dateTime.format(epochMs);
}

export function formatDate(epochMs: number): string {
  return date.format(epochMs);
}

export function formatNumber(value: number): string {
  return number.format(value);
}

/** 812 kB, 3.0 MB, 10.7 GB. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  if (bytes < 1_000_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}

/** 6.2 */
export function formatRate(perSecond: number): string {
  return perSecond.toFixed(1);
}

export function formatPercent(ratio: number): string {
  return `${Math.round(ratio * 100)}%`;
}

/** 2026-11-22, for names of files. */
export function formatFileDate(epochMs: number): string {
  const day = new Date(epochMs);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
