/** To one digit after the point, also where that is 0: numbers that are compared stand one under the other. */
export const TENTHS = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
