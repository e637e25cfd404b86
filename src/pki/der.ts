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

/** @returns an element with this tag around these contents, one after the other */
export function encoded(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content.length)]), content]);
}

function lengthOf(length: number): number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 0x100)) bytes.unshift(rest % 0x100);
  return [0x80 | bytes.length, ...bytes];
}

/** @param dotted such as `1.3.14.3.2.26` */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((part) => {
    const digits = [part % 0x80];
    for (let more = Math.floor(part / 0x80); more > 0; more = Math.floor(more / 0x80)) digits.unshift(0x80 | (more % 0x80));
    return digits;
  });
  return encoded(0x06, Buffer.from(bytes));
}
