/** One line of the input, or the part of one that follows a header, decoded but not cleaned. */
export interface Line {
  /** 1-based number in the dump. */
  readonly number: number;
  /** Offset of the text's first byte in the dump, 0-based. */
  readonly byteStart: number;
  /** Offset behind the text's last byte, before the line end. */
  readonly byteEnd: number;
  readonly text: string;
  /** What its characters ask for, see {@link TRAIT}. */
  readonly traits: number;
}

/** Where a record's bytes stand in the dump. */
export interface RecordPosition {
  readonly byteStart: number;
  readonly lineStart: number;
}
