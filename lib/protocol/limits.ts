/** LIMIT_RECORD_BYTES where nobody sets it; the page measures by it before it sends, too. */
export const RECORD_BYTES = 65_536;
