export const TITLE_BASE = 0;
export const TITLE_THRESHOLDS: readonly (readonly number[])[] = [];
export const TITLE_TREES: string = "";
