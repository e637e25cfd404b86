/** One element of a DER encoding. */
export interface Element {
  tag: number;
  /** The whole element: tag, length and content. */
  raw: Buffer;
  content: Buffer;
}

/** @returns the elements that follow each other in `der`. @throws RangeError where the encoding is cut off */
export function elements(der: Buffer): Element[] {
  const list: Element[] = [];
  for (let at = 0; at < der.length; ) {
    const tag = der.readUInt8(at);
    const short = der.readUInt8(at + 1);
    const lengthBytes = short < 0x80 ? 0 : short & 0x7f;
    const begin = at + 2 + lengthBytes;
    const end = begin + (lengthBytes ? der.readUIntBE(at + 2, lengthBytes) : short);
    if (end > der.length) throw new RangeError(`DER element at ${at} goes beyond the end`);
    list.push({ tag, raw: der.subarray(at, end), content: der.subarray(begin, end) });
    at = end;
  }
  return list;
}

/** @returns the elements within a constructed element such as a SEQUENCE */
export const within = (element: Element | undefined): Element[] => elements(element?.content ?? Buffer.alloc(0));
