/** A line that is longer than this, in characters, is not worth waiting for. */
const LONGEST = 1_000_000;

/** Makes lines of text that comes in pieces, and lets go of endless ones. */
export class LineReader {
  readonly #line: (text: string) => void;
  #rest = '';
  #tooLong = false;

  constructor(line: (text: string) => void) {
    this.#line = line;
  }

  read(text: string): void {
    const [first = '', ...others] = text.split('\n');
    this.#append(first);
    for (const part of others) {
      this.end();
      this.#append(part);
    }
  }

  /** What has come so far is a line. */
  end(): void {
    if (this.#rest !== '' && !this.#tooLong) this.#line(this.#rest.replace(/\r$/, ''));
    this.#rest = '';
    this.#tooLong = false;
  }

  #append(text: string): void {
    this.#tooLong ||= this.#rest.length + text.length > LONGEST;
    this.#rest = this.#tooLong ? '' : this.#rest + text;
  }
}
