/** To one digit after the point, also where that is 0: numbers that are compared stand one under the other. */
export const TENTHS = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;

/** A part of a whole as a percentage to one digit after the point. */
export const PERCENT_TENTHS = { style: 'percent', ...TENTHS } as const;
