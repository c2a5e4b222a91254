/** What one row of the printed table counts. */
export interface TallyRow {
  readonly name: string;
  inputs: number;
  faults: number;
}

/** Every file of the suite leaves its rows here, for the table that is printed at the end. */
export const TALLY_FOLDER = "node_modules/.cache/newsdump-robust";
