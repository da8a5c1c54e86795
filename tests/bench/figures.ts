// What many measurements say together.

/** A distribution in three numbers, in ms. */
export interface Spread {
  median: number;
  p95: number;
  max: number;
  /** How many measurements there are. */
  count: number;
}

/** Summarises measurements; percentiles by nearest rank, so that each was really measured. */
export function spread(values: number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), max: at(1), count: sorted.length };
}

/** Takes what all rounds have measured of one thing. */
export function median(values: number[]): number {
  return spread(values).median;
}
