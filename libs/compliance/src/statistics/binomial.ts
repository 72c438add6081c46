/**
 * The smallest r with P(X ≤ r) ≥ p for X binomial(n, rate). So fewer than r is less likely than p, and more than the
 * quantile of 1 − p as well: no unit is called out by a curve drawn between two counts. Exact: the terms are summed from
 * the lower end, and built up from the mode so that none is lost to underflow.
 */
export function binomialQuantile(p: number, n: number, rate: number): number {
  if (n === 0 || rate <= 0) return 0;
  if (rate >= 1) return n;
  const terms = relativeTerms(n, rate);
  const sought = p * terms.reduce((sum, term) => sum + term, 0);
  let sum = 0;
  for (let r = 0; r < n; r += 1) {
    sum += terms[r]!;
    if (sum >= sought) return r;
  }
  return n;
}

/** Probabilities of 0 … n up to one common factor: each follows from its neighbour, starting with 1 at the mode. */
function relativeTerms(n: number, rate: number): Float64Array {
  const terms = new Float64Array(n + 1);
  const mode = Math.min(n, Math.floor((n + 1) * rate));
  const odds = rate / (1 - rate);
  terms[mode] = 1;
  for (let r = mode; r < n && terms[r]! > 0; r += 1) terms[r + 1] = (terms[r]! * (n - r) * odds) / (r + 1);
  for (let r = mode; r > 0 && terms[r]! > 0; r -= 1) terms[r - 1] = (terms[r]! * r) / ((n - r + 1) * odds);
  return terms;
}
