/** A password of the same length and characters; it differs in the last one only. */
export const otherPassword = (password: string): string => `${password.slice(0, -1)}${password.endsWith('0') ? '1' : '0'}`;
