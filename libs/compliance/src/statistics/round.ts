/** Decimals of every number in a report that is not a count: the same on every machine, and more than anybody reads. */
const DECIMALS = 6;

/** Rounded, and never -0. Logarithms differ in their last bits between engines; a report must not. */
export const rounded = (value: number): number => Math.round(value * 10 ** DECIMALS) / 10 ** DECIMALS + 0;
